(() => {
  // What is folded up opens for whoever is led to it, and on paper.
  function unfold() {
    const there = document.querySelector(":target");
    for (let at = there; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
    if (there) there.scrollIntoView();
  }

  let opened = [];
  addEventListener("hashchange", unfold);
  // Only by then does the page know where its address leads.
  addEventListener("load", unfold);
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
})();
