import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** Whichever Prometheus is chosen at the top of the dashboard. */
const DATA_SOURCE = { type: 'prometheus', uid: '$' + '{datasource}' };

/** An expression, and what its lines are called. */
export type Query = readonly [expr: string, legend?: string];

const WIDE = 12;
const NARROW = 6;

const target = ([expr, legend = '']: Query, index: number) =>
  new DataqueryBuilder()
    .expr(expr)
    .legendFormat(legend)
    .refId(String.fromCharCode(65 + index))
    .datasource(DATA_SOURCE);

/** Lines over time. */
export function lines(title: string, description: string, unit: string, ...queries: Query[]) {
  const panel = new TimeseriesBuilder()
    .title(title)
    .description(description)
    .unit(unit)
    .min(0)
    .datasource(DATA_SOURCE)
    .span(WIDE)
    .height(8);
  for (const [index, query] of queries.entries()) panel.withTarget(target(query, index));
  return panel;
}

/** One number. */
export function number(title: string, description: string, unit: string, expr: string) {
  return new StatBuilder()
    .title(title)
    .description(description)
    .unit(unit)
    .datasource(DATA_SOURCE)
    .span(NARROW)
    .height(4)
    .withTarget(target([expr], 0));
}
