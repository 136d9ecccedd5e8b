/** Where a name comes from; first and last name usually belong together. */
type NameStock = {
  readonly share: number;
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
};

const list = (names: string) => names.trim().split(/\s+/);

/** Names as a salon in Hamburg reads them. */
export const NAME_STOCKS: readonly NameStock[] = [
  {
    share: 70,
    women: list(`Anna Lena Svenja Wiebke Silke Antje Frauke Meike Nele Greta Ida Frieda Emma Mia Hanna Johanna Katharina
      Christine Birgit Heike Susanne Petra Gabriele Ingrid Renate Kirsten Inken Maike Imke Tomke Finja Jule Lotta Merle
      Sabine Andrea Stefanie Nicole Julia Sarah Laura Friederike Charlotte Clara Elisabeth Theresa Kathrin Swantje`),
    men: list(`Jan Hinnerk Fiete Henning Torben Thorsten Sönke Arne Hauke Nils Lasse Ole Finn Mats Jonte Bjarne Malte
      Hannes Klaus Jürgen Uwe Holger Rainer Volker Dirk Frank Andreas Michael Stefan Christian Matthias Philipp Felix
      Moritz Paul Jakob Emil Anton Theo Henry Carl Friedrich Joachim Günther Kay Sven Lars Ralf Bernd`),
    families: list(`Petersen Hansen Jensen Christiansen Paulsen Claasen Thomsen Lorenzen Carstens Behrens Ahrens Harms
      Lüders Meyer Schmidt Müller Schulz Krüger Möller Schröder Böttcher Wulff Voß Krohn Stender Timm Rathje Ehlers
      Oldenburg Brandes Sievers Kröger Lüth Boysen Nissen Brodersen Asmussen Detlefsen Feddersen Ketelsen Hinrichsen
      Martens Siemers Westphal Dierks Eggers Kruse Köhler Becker Wagner Neumann Hartmann Lange Franke Busch Jessen
      Matthiesen Steffens Wittorf Bornholdt Reimers Wrage Tiedemann Lührs Peters Schütt Bruhn Kühl Göttsch Rohwer`),
  },
  {
    share: 10,
    women: list('Ayşe Elif Zeynep Fatma Esra Büşra Derya Selin Meryem Hatice Gül Aslı'),
    men: list('Mehmet Emre Can Murat Ali Hüseyin Deniz Yusuf Kerem Onur Tarık Barış'),
    families: list('Yılmaz Kaya Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Koç Yıldız Güneş'),
  },
  {
    share: 7,
    women: list('Agnieszka Magdalena Katarzyna Ewa Zofia Natalia Joanna Dorota'),
    men: list('Piotr Marek Paweł Jakub Krzysztof Adam Łukasz Michał'),
    families: list('Nowak Wiśniewski Wójcik Kamiński Zieliński Mazur Wrona Duda Sikora Baran'),
  },
  {
    share: 5,
    women: list('Sofia Inês Beatriz Carla Lucía Chiara Giulia Elena'),
    men: list('João Miguel Tiago Marco Luca Matteo Javier Diego'),
    families: list('Ferreira Santos Oliveira Costa Rossi Ricci García Romero Moreno Silva'),
  },
  {
    share: 5,
    women: list('Leyla Parisa Shirin Maryam Nour Amira Yasmin Hawa'),
    men: list('Reza Amir Omar Karim Samir Bilal Navid Yunus'),
    families: list('Ahmadi Karimi Rahimi Haddad Mansour Nazari Azizi Hosseini'),
  },
  {
    share: 3,
    women: list('Linh Mai Akosua Ama Thuy Abena'),
    men: list('Minh Tuan Kwame Kofi Duc Yaw'),
    families: list('Nguyen Tran Pham Mensah Owusu Boateng Le Asante'),
  },
];

/** Children's names, for visits that a parent books. */
export const CHILDREN = list('Jonte Mila Levi Ella Matti Frida Bela Lotte Oskar Juna Piet Ylva Kalle Romy Anton Malia');
