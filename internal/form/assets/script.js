// The page works without this. The script asks for the same page while one
// types and puts the new answer in the place of the old one.
(() => {
  "use strict";
  const form = document.getElementById("form");
  if (!form) return;
  const { mark, percent: percentSign } = document.body.dataset; // as the language writes numbers
  // What the browser keeps of a choice; nothing where it keeps nothing.
  function kept(name, value) {
    try {
      if (value !== undefined) localStorage.setItem(name, value);
      return localStorage.getItem(name) || "";
    } catch {
      return "";
    }
  }
  let timer = 0;
  let request = null;
  let figure = "";
  let tool = kept("tool");

  // What is typed, as a query: blanks are left out.
  const typed = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value.trim() !== "") query.append(name, value.trim());
    }
    if (query.get("was") === (query.get("period") || "year")) query.delete("was");
    return query;
  };

  const ask = async (query) => {
    if (request) request.abort();
    request = new AbortController();
    const answer = await fetch(form.getAttribute("action") + "?" + query, {
      headers: { Accept: "text/html" }, signal: request.signal,
    });
    if (answer.status !== 200 && answer.status !== 422) throw new Error("status " + answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  // Sliders stand beside the fields that have one and follow what is typed, in
  // percent like the fields.
  const numberIn = (text) => {
    const plain = text.replace(/[\s\u00a0\u202f%]/g, "").replace("\u2212", "-").replace(mark, ".");
    return plain === "" ? NaN : Number(plain);
  };
  const inWords = (value) => String(Number(value.toFixed(2))).replace(".", mark);
  const follow = (slider, input) => {
    const value = numberIn(input.value);
    const blank = Number(input.dataset.default);
    slider.value = String(Number.isNaN(value) ? blank : value);
    slider.setAttribute("aria-valuetext", (input.value || inWords(blank)) + percentSign);
  };
  const addSliders = () => {
    for (const input of form.querySelectorAll("input[data-slider]")) {
      const slider = document.createElement("input");
      slider.type = "range";
      slider.min = input.dataset.from;
      slider.max = input.dataset.to;
      slider.step = input.dataset.step;
      slider.setAttribute("aria-label", input.dataset.slider);
      follow(slider, input);
      slider.addEventListener("input", () => {
        input.value = inWords(Number(slider.value));
        slider.setAttribute("aria-valuetext", input.value + percentSign);
        soon(120);
      });
      input.addEventListener("input", () => follow(slider, input));
      input.parentElement.querySelector(".sign").after(slider);
    }
  };

  // Texts to copy: the buttons are of no use without a script.
  const showCopying = () => {
    for (const hidden of document.querySelectorAll("#take [hidden], .onward [hidden]")) hidden.hidden = false;
    showKept();
    showTool();
    const pick = document.getElementById("pick-figure");
    if (pick && figure) {
      pick.value = figure;
      fetchFigure(figure);
    }
  };
  // One box instead of all: that of the program one works in.
  const showTool = () => {
    const pick = document.getElementById("pick-tool");
    if (!pick) return;
    const there = [tool, tool.replace("block_", "")].find((id) => [...pick.options].some((option) => option.value === id));
    if (there) pick.value = there;
    for (const use of document.querySelectorAll(".use")) use.open = !(use.hidden = use.dataset.tool !== pick.value);
  };
  const fetchFigure = (name) => {
    const uses = document.querySelector(".uses");
    const before = uses.dataset.figure;
    for (const node of [...uses.querySelectorAll("code")].flatMap((code) => [...code.childNodes])) {
      if (node.data) node.data = node.data.replace("/" + before + "?", "/" + name + "?").replace("[" + before + "]", "[" + name + "]").replace("/" + before + ")", "/" + name + ")");
    }
    uses.dataset.figure = name;
  };
  const copy = async (button) => {
    const code = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      document.execCommand("copy");
    }
    const words = button.textContent;
    if (words === document.body.dataset.copied) return;
    button.textContent = document.body.dataset.copied;
    document.getElementById("said").textContent = document.body.dataset.copied;
    setTimeout(() => {
      button.textContent = words;
      document.getElementById("said").textContent = "";
    }, 2000);
  };

  // Customers that the browser keeps, by name: the query of each. They can be taken
  // into any page, or opened on the first.
  const customers = () => {
    try {
      return Object.entries(JSON.parse(kept("customers") || "{}")).filter(([, query]) => typeof query === "string");
    } catch {
      return [];
    }
  };
  const keep = (name, query) => {
    const all = Object.fromEntries(customers());
    if (query) all[name] = query;
    else delete all[name];
    kept("customers", JSON.stringify(all));
    showKept();
  };
  const made = (tag, text, names) => Object.assign(document.createElement(tag), { textContent: text }, names);
  const showKept = () => {
    const box = document.getElementById("kept");
    box.querySelector("ul").replaceChildren(...customers().map(([name, query]) => {
      const line = document.createElement("li");
      const { path, use, remove } = box.dataset;
      line.append(path ? made("a", name, { href: path + "?" + query + "&decimal=point&lang=" + document.body.dataset.lang }) : made("span", name));
      if (use) line.append(made("button", use, { className: "quiet", name: "do", value: "use:" + query, ariaLabel: use + ": " + name }));
      const drop = made("button", remove, { className: "quiet", type: "button", ariaLabel: remove + ": " + name });
      drop.dataset.drop = name;
      line.append(drop);
      return line;
    }));
    box.hidden = !box.querySelector("li");
  };

  // Figures that do not answer what is typed say so.
  const older = (why) => {
    const notice = document.getElementById("stale");
    notice.textContent = why ? notice.dataset[why] : "";
    for (const id of ["sheet", "detail"]) document.getElementById(id).classList.toggle("older", Boolean(why));
  };

  const same = (a, b, names) => {
    for (const name of names) {
      const value = b.getAttribute(name);
      if (value === null) a.removeAttribute(name);
      else if (a.getAttribute(name) !== value) a.setAttribute(name, value);
    }
  };

  // Put the parts of a new page in their places. What is typed, what is
  // unfolded and where the focus is stay as they are. While something needs
  // correcting, the figures stay too, and say that they are older.
  const show = (page) => {
    const faulty = page.getElementById("faults").hasChildNodes();
    const open = new Map([...document.querySelectorAll("details[id]")].map((d) => [d.id, d.open]));
    const focused = document.activeElement;
    for (const place of document.querySelectorAll("[data-live]")) {
      const fresh = page.getElementById(place.id);
      if (!fresh || (faulty && !("always" in place.dataset))) continue;
      if (place.innerHTML === fresh.innerHTML) continue;
      if (place.contains(focused) && place !== focused && place.id !== "faults" && place.id !== "languages") continue;
      place.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    }
    same(document.getElementById("faults"), page.getElementById("faults"), ["class", "role", "aria-labelledby", "tabindex"]);
    for (const field of form.querySelectorAll("input[id], select[id]")) {
      const fresh = page.getElementById(field.id);
      if (fresh) same(field, fresh, ["aria-invalid", "aria-describedby"]);
    }
    for (const label of form.querySelectorAll("label[for]")) {
      const fresh = page.querySelector("label[for='" + CSS.escape(label.htmlFor) + "']");
      if (fresh && fresh.innerHTML !== label.innerHTML) label.innerHTML = fresh.innerHTML;
    }
    for (const details of document.querySelectorAll("details[id]")) {
      if (open.has(details.id)) details.open = open.get(details.id);
    }
    older(faulty && document.querySelector("#sheet table") ? "faulty" : "");
    document.title = page.title;
    showCopying();
    return faulty;
  };

  const address = (query, faulty) => {
    if (faulty) return "?" + query;
    const link = new URL(document.getElementById("permalink").textContent);
    return link.pathname + link.search;
  };

  const update = async () => {
    clearTimeout(timer);
    timer = 0;
    const query = typed();
    try {
      const faulty = show(await ask(query));
      history.replaceState(null, "", address(query, faulty));
      return faulty;
    } catch (error) {
      if (error.name !== "AbortError") older("unreachable");
      return false;
    }
  };
  const soon = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(update, pause);
  };

  // Another number of customers is another form: the whole of it is replaced.
  const rebuild = async (submitter) => {
    const query = typed();
    query.append(submitter.name, submitter.value);
    const before = form.querySelectorAll("input.name").length;
    try {
      const page = await ask(query);
      form.replaceChildren(...[...page.getElementById("form").childNodes].map((node) => document.importNode(node, true)));
      document.querySelector(".desk").className = page.querySelector(".desk").className;
      addSliders();
      const faulty = show(page);
      history.pushState(null, "", address(typed(), faulty));
      const names = form.querySelectorAll("input.name");
      const at = submitter.value === "vat" ? "[name$='vat_rate']" : /^(convert|keep)$/.test(submitter.value) ? "#period" : "";
      (at && form.querySelector(at) || names[names.length > before ? names.length - 1 : 0] || document.getElementById("story")).focus();
    } catch (error) {
      if (error.name !== "AbortError") older("unreachable");
    }
  };

  form.addEventListener("input", (event) => {
    if (event.target.type !== "range") soon(350);
  });
  form.addEventListener("change", (event) => {
    if (event.target.classList.contains("signed")) { // the field has the sign
      event.target.value = event.target.value.replace(/\s*%/g, "");
    }
    if (event.target.type !== "range") soon(50);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (event.submitter && event.submitter.name === "do") {
      rebuild(event.submitter);
      return;
    }
    if (await update()) document.getElementById("faults").focus();
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
    const { keep: name, drop, query, said } = event.target.dataset;
    if (name) {
      keep(name, query);
      document.getElementById("said").textContent = said;
    }
    if (drop) keep(drop);
    const link = event.target.closest("#languages a, #pages a, .onward a");
    if (link && timer) { // what was typed last goes along to the other language or page
      event.preventDefault();
      const places = () => [...document.querySelectorAll("#languages a, #pages a, .onward a")];
      const at = places().indexOf(link);
      await update();
      location.href = (places()[at] || link).href;
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "pick-tool") {
      tool = event.target.value;
      kept("tool", tool);
      showTool();
    }
    if (event.target.id !== "pick-figure") return;
    figure = event.target.value;
    fetchFigure(figure);
  });
  addEventListener("popstate", () => location.reload());

  addSliders();
  showCopying();
  document.documentElement.classList.add("scripted");
})();
