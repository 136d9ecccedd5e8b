import type pg from 'pg';

const FIRST =
  'Anna Maria Ursula Monika Petra Elisabeth Sabine Renate Helga Karin Brigitte Ingrid Erika Andrea Gisela Claudia Susanne Gabriele Christa Christine Hildegard Anja Barbara Angelika Stefanie Nicole Julia Katharina Sandra Sophie Jana Lena Leonie Laura Lisa Marie Emma Mia Hannah Clara Frieda Greta Ayşe Fatma Elif Olga Natalia Agnieszka Peter Michael Wolfgang Hans Klaus Thomas Jürgen Günter Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Andreas Bernd Torsten Mathias Matthias Helmut Walter Heinz Martin Jörg Rolf Jens Sven Alexander Jan Rainer Holger Karl Dirk Joachim Ralf Carsten Karsten Heiko Oliver Jonas Paul Ben Elias Finn Noah Luis Mehmet Mustafa Ahmet Piotr Krzysztof';
const LAST =
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Petersen Hansen Jansen Yılmaz Kaya Demir Kowalski Nowak Ivanova Nguyen';
const HEADS =
  'Ach Al Am Bach Berg Birk Blum Bran Brei Burg Dorn Eich Erl Feld Fels Gold Grün Hage Heide Hoch Holz Kirch';
const TAILS = 'mann er hofer bauer meyer müller berg feld inger stein brecht ert lein sen ke wald haus bach korn';

/** People of a salon in the north: half of them share a hundred names, the others are rarer. */
export async function fillCustomers(pool: pg.Pool, salonId: string, count: number): Promise<void> {
  await pool.query(
    `with lists as (
       select string_to_array($3, ' ') as first, string_to_array($4, ' ') as last, string_to_array($5, ' ') as heads,
         string_to_array($6, ' ') as tails
     ), people as (
       select n, first[1 + (n * 7919) % cardinality(first)] as first,
         case when n % 2 = 0 then last[1 + (hashint8(n) & 2147483647) % cardinality(last)]
           else heads[1 + (hashint8(n + 7) & 2147483647) % cardinality(heads)]
             || tails[1 + (hashint8(n + 13) & 2147483647) % cardinality(tails)]
         end as last
       from lists, generate_series(1, $2::bigint) as n
     )
     insert into customer (salon_id, id, email_key, name, email, phone, locale, created_at)
     select $1, gen_random_uuid(), spelled_words(first) || '.' || spelled_words(last) || n || '@kunde.example',
       first || ' ' || last, spelled_words(first) || '.' || spelled_words(last) || n || '@kunde.example',
       '+49 1' || 50 + n % 30 || ' ' || lpad(((hashint8(n + 29) & 2147483647) % 10000000)::text, 7, '0'), 'de',
       timestamptz '2020-01-01' + n * interval '1 hour'
     from people`,
    [salonId, count, FIRST, LAST, HEADS, TAILS],
  );
}
