"use strict";
(() => {
  const PAGE = 50;
  const FEW = 6;
  const data = JSON.parse(document.getElementById("data").textContent);
  const texts = data.texts;
  const text = (at) => (at < 0 ? "" : texts[at]);
  const byId = (id) => document.getElementById(id);

  const codes = data.codes.map(([id, label, kind]) => ({ id, label, kind }));
  const leaders = data.leaders.map(([id, name, group, role, organisation], at) => ({
    id, name, group, role, organisation, at, by: new Map(),
  }));
  const codings = data.codings.map((row) => {
    const rest = row.slice(6).map(text);
    return {
      leader: leaders[row[0]], code: codes[row[1]], current: row[2] === 1,
      before: row[3], after: row[4], prompted: row[5] === 1,
      key: rest[0], text: rest[1], stance: rest[2], status: rest[3], actor: rest[4],
      holder: rest[5], speaker: rest[6], place: rest[7], cue: rest[8], rule: rest[9],
      example: rest[10], coder: rest[11], confidence: rest[12], round: rest[13],
    };
  });
  for (const one of codings) {
    if (!one.leader || !one.current || one.holder !== "leader") continue;
    const held = one.leader.by.get(one.code.id) || [];
    held.push(one);
    one.leader.by.set(one.code.id, held);
  }
  const stands = new Map(data.stands.map(([at, code, said]) => [`${at} ${code}`, text(said)]));
  const codeAt = new Map(codes.map((code, at) => [code.id, at]));

  // Everything is set as text: nothing that anybody said can become markup.
  function make(tag, className, said, isSaid) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (said) node.textContent = said;
    if (isSaid) node.dir = "auto";
    return node;
  }

  function around(at, className) {
    if (at < 0) return null;
    const [said, speaker] = data.segments[at];
    const who = data.words.speaker[text(speaker)] || "";
    const node = make("p", className, "", true);
    if (who && who !== "Notes") node.append(make("span", "who", `${who}: `));
    node.append(text(said));
    return node;
  }

  function because(one) {
    const said = [];
    if (one.cue) said.push(`cue \u201c${one.cue}\u201d`);
    if (one.rule) said.push(`rule ${one.rule}`);
    if (one.example) said.push(`nearest example \u201c${one.example}\u201d`);
    said.push(`coder ${one.coder}`, `confidence ${one.confidence}`);
    return `Coded because: ${said.join("; ")}.`;
  }

  function tags(one) {
    const list = make("ul", "tags");
    const add = (word, className) => list.append(make("li", className || "", word));
    add(data.words[one.code.kind === "barrier" ? "barrier" : "stance"][one.stance], `stance-${one.stance}`);
    add(data.words.status[one.status], `status-${one.status}`);
    if (one.actor !== "unspecified") add(`actor: ${data.words.actor[one.actor]}`);
    add(one.prompted ? "prompted" : "unprompted", one.prompted ? "prompted" : "");
    if (one.holder !== "leader") add(`not counted: the view of ${data.words.holder[one.holder]}`, "not");
    if (!one.current) add(`not counted: an earlier round${one.round ? ` (${one.round})` : ""}`, "not");
    return list;
  }

  // Its heading is the code (and leader) where passages of several are listed, else its place.
  function passage(one, level, mixed) {
    const node = make("article", "passage");
    node.dataset.coding = one.key;
    node.dataset.code = one.code.id;
    const heading = make(level, "", mixed ? one.code.label : one.place, true);
    if (mixed === "all" && one.leader) {
      heading.append(make("span", "about", ` \u00b7 ${named(one.leader)}`, true));
    }
    const quote = make("blockquote", "");
    const said = make("p", "said", "", true);
    if (one.speaker !== "leader" && one.speaker !== "notes") {
      said.append(make("span", "who", `${data.words.speaker[one.speaker]}: `));
    }
    said.append(make("mark", "", one.text));
    quote.append(...[around(one.before, "context"), said, around(one.after, "context")].filter(Boolean));
    node.append(heading, quote, tags(one));
    if (mixed) {
      const place = make("p", "place");
      place.append(make("cite", "", one.place, true));
      node.append(place);
    }
    node.append(make("p", "because", because(one), true));
    return node;
  }

  const named = (leader) => (leader.name ? `${leader.id} ${leader.name}` : leader.id);

  // What is shown is a page of it; the rest waits for the button.
  function pager(list, button, first, step) {
    let waiting = [];
    let draw = null;
    let done = 0;
    const more = (count) => {
      const part = waiting.slice(done, done + count).map(draw);
      list.append(...part);
      done += part.length;
      button.hidden = done >= waiting.length;
      button.textContent = `Show more (${waiting.length - done} left)`;
      return part[0];
    };
    button.addEventListener("click", () => {
      const next = more(step);
      if (!next) return;
      next.tabIndex = -1;
      next.focus();
    });
    return (all, by) => {
      waiting = all;
      draw = by;
      done = 0;
      list.replaceChildren();
      more(first);
    };
  }

  /* The passages behind a figure. */

  const dialog = byId("behind");
  let opener = null;

  // Which of a leader's passages come first, since the figure rests on them.
  function first(key) {
    const [name, value] = key.split(":");
    const agrees = (one) => one.stance === "endorse";
    const does = (one) => one.status === "underway" || one.status === "done";
    const fails = (one) => one.status === "stalled" || one.status === "inaction";
    if (name === "act" || name === "act_own") return does;
    if (name === "failed") return fails;
    if (name === "committed") return (one) => one.status === "commitment";
    if (name === "ladder" || name === "failures") return (one) => one.status === value;
    if (name === "actors") return (one) => one.actor === value;
    if (name === "prompted_only") return (one) => one.prompted && agrees(one);
    if (["mixed", "oppose", "neutral"].includes(name)) return (one) => one.stance === name;
    return agrees;
  }

  function ofLeader(leader, ids, key) {
    const comes = first(key);
    return ids.flatMap((id) => {
      const all = leader.by.get(id) || [];
      return [...all.filter(comes), ...all.filter((one) => !comes(one))];
    });
  }

  function leaderSection(leader, shown, ids) {
    const node = make("section", "leader");
    node.dataset.leader = leader.id;
    const about = [leader.role, leader.organisation, leader.group].filter(Boolean).join(", ");
    const heading = make("h3", "", named(leader), true);
    if (about) heading.append(make("span", "about", ` \u00b7 ${about}`, true));
    const where = ids
      .map((id) => [id, stands.get(`${leader.at} ${codeAt.get(id)}`)])
      .filter(([, said]) => said)
      .map(([id, said]) => (ids.length > 1 ? `${codes[codeAt.get(id)].label}: ${said}` : said));
    const list = make("div", "list");
    const button = make("button", "more", "");
    button.type = "button";
    node.append(heading, ...where.slice(0, 3).map((said) => make("p", "stands", said, true)), list, button);
    pager(list, button, FEW, PAGE)(shown, (one) => passage(one, "h4", ids.length > 1));
    return node;
  }

  function open(title, of, sections) {
    opener = document.activeElement;
    byId("behind-title").textContent = title;
    byId("behind-of").textContent = of;
    byId("behind-list").replaceChildren(...sections);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    byId("behind-list").scrollTop = 0;
    byId("behind-title").focus();
  }

  function openFigure(button) {
    const { code, key, group, of } = button.dataset;
    const [, other] = /^(?:barriers|beside):(.*)$/.exec(key) || [];
    const ids = other ? [code, other] : [code];
    const counted = ((data.figures[code] || {})[key] || [])
      .map((at) => leaders[at])
      .filter((leader) => !group || leader.group === group);
    const said = button.getAttribute("aria-label").replace(/: show the passages$/, "");
    const where = group ? `in the group ${group}` : "interviewed";
    open(
      said,
      `${counted.length} of ${of} ${where}. Of each, every passage of their own on it is shown.`,
      counted.map((leader) => leaderSection(leader, ofLeader(leader, ids, key), ids)),
    );
  }

  function openLeader(id) {
    const leader = leaders.find((one) => one.id === id);
    const spoken = ["theme", "barrier", "lens"].flatMap((kind) =>
      codes.filter((code) => code.kind === kind && leader.by.has(code.id)));
    const about = [leader.role, leader.organisation, leader.group].filter(Boolean).join(", ");
    const sections = spoken.map((code) => {
      const node = make("section", "code");
      const list = make("div", "list");
      const button = make("button", "more", "");
      button.type = "button";
      const where = stands.get(`${leader.at} ${codeAt.get(code.id)}`) || "";
      node.append(make("h3", "", `${code.label} (${code.kind})`, true), make("p", "stands", where), list, button);
      pager(list, button, FEW, PAGE)(leader.by.get(code.id), (one) => passage(one, "h4", false));
      return node;
    });
    open(`What ${named(leader)} says`, about, sections);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.figure, button.count, button.leader");
    if (!button) return;
    if (button.classList.contains("leader")) openLeader(button.dataset.leader);
    else openFigure(button);
  });
  byId("behind-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    byId("behind-list").replaceChildren();
    if (opener) opener.focus();
  });

  /* All passages, narrowed by the filters; the address keeps what is asked for. */

  const NAMES = ["code", "group", "leader", "stance", "status", "prompted", "holder", "text"];
  const filters = new Map(NAMES.map((name) => [name, byId(`filter-${name}`)]));
  const show = pager(byId("passage-list"), byId("more"), PAGE, PAGE);
  const TESTS = {
    code: (one, value) => one.code.id === value,
    group: (one, value) => Boolean(one.leader) && one.leader.group === value,
    leader: (one, value) => Boolean(one.leader) && one.leader.id === value,
    stance: (one, value) => one.stance === value,
    status: (one, value) => one.status === value,
    prompted: (one, value) => String(one.prompted) === value,
    holder: (one, value) => one.holder === value,
    text: (one, value) => one.text.toLowerCase().includes(value.toLowerCase()),
  };

  function asked() {
    const found = [...filters].map(([name, field]) => [name, field.value.trim()]);
    return found.filter(([, value]) => value);
  }

  function narrow() {
    const wanted = asked();
    const found = codings.filter((one) => wanted.every(([name, value]) => TESTS[name](one, value)));
    byId("shown").textContent = `${found.length} of ${codings.length} passages`;
    show(found, (one) => passage(one, "h3", "all"));
    return wanted;
  }

  function remember(wanted) {
    const kept = new URLSearchParams(wanted).toString();
    try {
      history.replaceState(null, "", kept ? `#passages?${kept}` : "#passages");
    } catch {
      // An address that may not be changed keeps no view; the filters work all the same.
    }
  }

  function restore() {
    if (!location.hash.startsWith("#passages?")) return false;
    const kept = new URLSearchParams(location.hash.slice("#passages?".length));
    for (const [name, field] of filters) {
      field.value = kept.get(name) || "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    narrow();
    byId("passages").scrollIntoView();
    return true;
  }

  const form = byId("filters");
  form.addEventListener("input", () => remember(narrow()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => remember(narrow())));
  addEventListener("hashchange", restore);
  if (!restore()) narrow();
  document.documentElement.classList.add("js");
})();
