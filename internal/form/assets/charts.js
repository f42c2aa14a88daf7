// Charts say their values without this: each spot has a title. The script lays a
// cursor over them, for pointers and keys, that is a slider to assistive technology.
(() => {
  "use strict";
  const svgNames = "http://www.w3.org/2000/svg";
  const number = (element, name) => Number(element.getAttribute(name));
  const boxOf = (spot) => {
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => number(spot, name));
    return { left: x, top: y, right: x + width, bottom: y + height };
  };
  const away = (box, x, y) => Math.max(box.left - x, 0, x - box.right) + Math.max(box.top - y, 0, y - box.bottom);

  // One cursor for each panel: a plan has two. The narrow drawing takes its words from
  // the wide one before it, which says the same.
  const dress = (picture, svg, group, twin) => {
    const spots = [...group.children].map((spot, i) => ({
      box: boxOf(spot), words: (spot.firstChild || twin.children[i]).textContent,
      dots: (spot.dataset.dots || "").split(" ").map(Number),
    }));
    const all = {
      left: Math.min(...spots.map(({ box }) => box.left)), right: Math.max(...spots.map(({ box }) => box.right)),
      top: Math.min(...spots.map(({ box }) => box.top)), bottom: Math.max(...spots.map(({ box }) => box.bottom)),
    };
    const { width, height } = svg.viewBox.baseVal;
    const percent = (part, whole) => 100 * part / whole + "%";
    const cursor = document.createElement("div");
    const tip = document.createElement("div");
    const marks = svg.appendChild(document.createElementNS(svgNames, "g"));
    let at = 0;

    cursor.className = "chart-cursor";
    cursor.tabIndex = 0;
    cursor.style.left = percent(all.left, width);
    cursor.style.top = percent(all.top, height);
    cursor.style.width = percent(all.right - all.left, width);
    cursor.style.height = percent(all.bottom - all.top, height);
    tip.className = "chart-tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true");
    const set = (names) => Object.entries(names).forEach(([name, value]) => cursor.setAttribute(name, value));
    set({ role: "slider", "aria-label": group.getAttribute("aria-label") || group.dataset.label, "aria-valuemin": 1, "aria-valuemax": spots.length });

    const tell = () => set({ "aria-valuenow": at + 1, "aria-valuetext": spots[at].words.replaceAll("\n", ", ") });
    const mark = (name, role, where) => {
      const shape = marks.appendChild(document.createElementNS(svgNames, name));
      shape.setAttribute("class", role);
      for (const key of Object.keys(where)) shape.setAttribute(key, where[key]);
    };
    const hide = () => {
      tip.hidden = true;
      marks.replaceChildren();
    };
    const show = (next) => {
      at = Math.min(Math.max(next, 0), spots.length - 1);
      tell();
      const { box, dots, words } = spots[at];
      const x = dots.length > 1 ? dots[0] : (box.left + box.right) / 2;
      const high = (dots.length > 1 ? dots[1] : (box.top + box.bottom) / 2) < (all.top + all.bottom) / 2;
      hide();
      if (dots.length > 1) mark("path", "chart-muted-line", { d: `M${x} ${all.top}V${all.bottom}`, "stroke-width": 1 });
      else mark("path", "chart-ink-line", { d: `M${box.left} ${box.top}H${box.right}V${box.bottom}H${box.left}Z`, "stroke-width": 2 });
      for (let i = 0; i + 1 < dots.length; i += 2) mark("circle", "chart-ink", { cx: dots[i], cy: dots[i + 1], r: 3.5 });
      tip.textContent = words;
      tip.hidden = false;
      const share = 100 * x / width;
      tip.style.left = share + "%";
      tip.style.top = percent(high ? all.bottom : all.top, height);
      tip.style.transform = `translate(-${share}%, ${high ? "-100%" : "0"})`;
    };
    const point = (event) => {
      const place = svg.getBoundingClientRect();
      const x = (event.clientX - place.left) * width / place.width;
      const y = (event.clientY - place.top) * height / place.height;
      const near = spots.map(({ box }) => away(box, x, y));
      show(near.indexOf(Math.min(...near)));
    };
    cursor.addEventListener("pointermove", point);
    cursor.addEventListener("pointerdown", point);
    cursor.addEventListener("pointerleave", () => document.activeElement === cursor || hide());
    cursor.addEventListener("focus", () => cursor.matches(":focus-visible") && show(at));
    cursor.addEventListener("blur", hide);
    cursor.addEventListener("keydown", (event) => {
      const far = Math.max(2, Math.round(spots.length / 10));
      const to = { ArrowRight: at + 1, ArrowUp: at + 1, ArrowLeft: at - 1, ArrowDown: at - 1, PageUp: at + far, PageDown: at - far, Home: 0, End: spots.length - 1 }[event.key];
      if (event.key === "Escape") hide();
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      show(to);
    });
    tell();
    picture.append(cursor, tip);
  };
  const dressAll = () => {
    for (const picture of document.querySelectorAll(".picture:not([data-read])")) {
      picture.dataset.read = "";
      const svg = picture.querySelector("svg");
      const twins = picture.previousElementSibling?.querySelectorAll(".chart-spots");
      svg.querySelectorAll(".chart-spots").forEach((group, i) => dress(picture, svg, group, twins?.[i]));
    }
  };
  new MutationObserver(dressAll).observe(document.body, { childList: true, subtree: true });
  dressAll();
})();
