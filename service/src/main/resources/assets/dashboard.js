'use strict';

// Draws what /console/dashboard/data tells, every few seconds, while somebody looks.
(() => {
  const USUAL_PAUSE = 5000;
  const QUIET_PAUSE = 20000;
  const HEIGHT = 192;

  const quiet = matchMedia('(prefers-reduced-motion: reduce)');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const language = document.documentElement.lang;
  const state = document.getElementById('state');
  const button = document.getElementById('pause');
  const plots = [...document.querySelectorAll('.plot')];

  let charts = [];
  let known = null;
  let paused = false;
  let away = false;

  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function written(number) {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(number);
  }

  function axis(more) {
    return {
      stroke: color('--soft'),
      font: '12px system-ui, sans-serif',
      grid: { stroke: color('--grid'), width: 1 },
      ticks: { stroke: color('--grid'), width: 1 },
      ...more,
    };
  }

  function time(seconds) {
    return new Date(seconds * 1000).toISOString().slice(11, 16);
  }

  function curve(stroke, alone) {
    return { stroke, fill: alone ? `${stroke}22` : undefined, width: 2, points: { show: false } };
  }

  function options(plot) {
    const names = plot.dataset.series.split(',');
    return {
      width: plot.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      select: { show: false },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      scales: {
        x: { range: () => span() },
        y: { range: (u, least, most) => [0, most > 0 ? most * 1.1 : 1] },
      },
      axes: [
        axis({ size: 32, values: (u, ticks) => ticks.map(time) }),
        axis({ size: 56, values: (u, ticks) => ticks.map(written) }),
      ],
      series: [
        {},
        ...names.map((name, i) => curve(color(`--curve-${i + 1}`), names.length === 1)),
      ],
    };
  }

  function span() {
    const minutes = known.minutes.at;
    const last = Math.max(minutes.at(-1), known.samples.at.at(-1) ?? 0);
    return [last - 1740, last];
  }

  function columns(plot) {
    const source = known[plot.dataset.source];
    return [source.at, ...plot.dataset.series.split(',').map((name) => source[name])];
  }

  function draw() {
    charts.forEach((chart) => chart.destroy());
    charts = plots.map((plot) => new uPlot(options(plot), columns(plot), plot));
  }

  function update() {
    if (charts.length === 0) {
      draw();
    } else {
      charts.forEach((chart, i) => chart.setData(columns(plots[i])));
    }
    document.querySelectorAll('[data-value]').forEach((cell) => {
      const column = known.minutes[cell.dataset.value] ?? known.samples[cell.dataset.value];
      const value = column.at(-1);
      cell.textContent = value === null || value === undefined ? '–' : written(value);
    });
  }

  // Said only when it changes: who listens to the page hears nothing while all is well.
  function say(nowAway) {
    if (nowAway !== away) {
      state.textContent = nowAway ? state.dataset.away : state.dataset.again;
      away = nowAway;
    }
  }

  async function ask() {
    try {
      const answer = await fetch('/console/dashboard/data', { headers: { accept: 'application/json' } });
      if (answer.redirected) {
        location.reload(); // signed out
        return;
      }
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      known = await answer.json();
      update();
      say(false);
    } catch {
      say(true);
    }
  }

  async function round() {
    if (!paused && !document.hidden) {
      await ask();
    }
    setTimeout(round, quiet.matches ? QUIET_PAUSE : USUAL_PAUSE);
  }

  button.hidden = false;
  button.addEventListener('click', () => {
    paused = !paused;
    button.setAttribute('aria-pressed', String(paused));
  });
  dark.addEventListener('change', () => known && draw());
  new ResizeObserver(() => {
    charts.forEach((chart, i) => chart.setSize({ width: plots[i].clientWidth, height: HEIGHT }));
  }).observe(document.getElementById('charts'));
  round();
})();
