// The population: is the line or the plane that one sees typical? Charts of many, one's own marked.

import { element } from "../../../page/web/dom.js";
import { Panel, sentence } from "../../../page/web/panel.js";
import { current, t } from "../../../page/web/words.js";

const FILES = { csv: "population.csv", json: "population.json" };
