import { apart, logScale } from './logScale.mjs';

const WIDTH = 960;
const HEIGHT = 600;
const AREA = { left: 76, right: 700, top: 64, bottom: 540 };
const LINE = 17;

/**
 * An SVG of cost against size, both logarithmic, with one line per generator: ours strong, JSON dashed, labels at the
 * ends.
 */
export function plot(curves) {
  const points = curves.flatMap((curve) => curve.points);
  const x = logScale(
    points.map(({ bytes }) => bytes),
    4,
    AREA.left,
    AREA.right - 14,
  );
  const y = logScale(
    points.map(({ micros }) => micros),
    10,
    AREA.bottom,
    AREA.top,
  );
  const ends = curves.map(({ points }) => points.at(-1));
  const labels = apart(
    ends.map(({ micros }) => y.at(micros)),
    LINE,
    AREA.bottom,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif" font-size="13">
<title>CPU time of one event against its size, by generator</title>
<style>${style}</style>
<rect class="back" width="${WIDTH}" height="${HEIGHT}"/>
<text class="ink" x="24" y="30" font-size="17" font-weight="600">CPU time of one event against its size</text>
<text class="pale" x="24" y="50">microseconds, medians of one run; both axes logarithmic; lower is better</text>
${y.ticks.map((micros) => horizontal(y.at(micros), durationOf(micros))).join('\n')}
${x.ticks.map((bytes) => vertical(x.at(bytes), sizeOf(bytes))).join('\n')}
<text class="pale" x="${(AREA.left + AREA.right) / 2}" y="${HEIGHT - 16}" text-anchor="middle">entry size</text>
${coloured(curves)
  .map((curve, index) => line(curve, x, y, labels[index]))
  .join('\n')}
</svg>
`;
}

function horizontal(at, label) {
  return `<line class="grid" x1="${AREA.left}" x2="${AREA.right}" y1="${px(at)}" y2="${px(at)}"/><text class="pale" x="${AREA.left - 8}" y="${px(at + 4)}" text-anchor="end">${label}</text>`;
}

function vertical(at, label) {
  return `<line class="grid" x1="${px(at)}" x2="${px(at)}" y1="${AREA.top}" y2="${AREA.bottom}"/><text class="pale" x="${px(at)}" y="${AREA.bottom + 20}" text-anchor="middle">${label}</text>`;
}

function line({ name, points, kind, hue }, x, y, label) {
  const at = points.map(({ bytes, micros }) => [px(x.at(bytes)), px(y.at(micros))]);
  const radius = { ours: 4, peer: 3, reference: 0 }[kind];
  const dots = at.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${radius}" stroke="none"/>`);
  const [endX, endY] = at.at(-1);
  const leader = `<path d="M${px(endX + 5)},${endY}L${AREA.right + 8},${px(label)}"/>`;
  const text = `<text x="${AREA.right + 12}" y="${px(label + 4)}" stroke="none">${escaped(name)}</text>`;
  return `<g class="${kind}" stroke="${hue}" fill="${hue}"><polyline points="${at.join(' ')}"/>${dots.join('')}${leader}${text}</g>`;
}

/** Hues of one lightness, visible on white and on black: blues for ours, all others for peers. */
const hues = {
  ours: ['#0a6ddf', '#0c93b5', '#4f5bd5', '#3aa0e0', '#1e7f8c'],
  peer: ['#d9480f', '#c92a2a', '#7c4ddb', '#b7791f', '#2f9e44', '#c2255c', '#6b8e23', '#9c36b5', '#8a6d5a'],
  reference: ['#7a828c'],
};

/** Gives every curve its kind, and the next hue of the kind. */
function coloured(curves) {
  const used = { ours: 0, peer: 0, reference: 0 };
  return curves.map((curve) => {
    const kind = curve.ours ? 'ours' : curve.reference ? 'reference' : 'peer';
    return { ...curve, kind, hue: hues[kind][used[kind]++ % hues[kind].length] };
  });
}

const style = [
  '.back{fill:#ffffff}.ink{fill:#1b1f24}.pale{fill:#5b6470}.grid{stroke:#d8dde3}',
  'polyline,path{fill:none}path{stroke-width:.8;opacity:.6}',
  '.ours polyline{stroke-width:3.2}.ours text{font-weight:600}.peer polyline{stroke-width:1.6}',
  '.reference polyline{stroke-width:1.4;stroke-dasharray:5 4}',
  '@media (prefers-color-scheme:dark){.back{fill:#0d1117}.ink{fill:#e6edf3}.pale{fill:#9aa4b0}.grid{stroke:#2c333c}}',
].join('\n');

function durationOf(micros) {
  if (micros >= 1e6) return `${micros / 1e6} s`;
  return micros >= 1000 ? `${micros / 1000} ms` : `${micros} µs`;
}

function sizeOf(bytes) {
  return bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MB` : `${bytes / 1024} KB`;
}

function px(value) {
  return Math.round(value * 10) / 10;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
