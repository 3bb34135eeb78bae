// Small modules, each bound to its data- attributes; a page works without them where it can.
import "./requests.js";
import "./search.js";
import "./confirm.js";
import "./submit.js";
import "./messages.js";
import "./autosave.js";
import "./selection.js";
import "./copy.js";
import "./day.js";
