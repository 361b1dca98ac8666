import { readXml } from "../../tables/xml.ts";
import { mapOf } from "./elements.ts";
import type { ListPlace } from "./numbering.ts";

export interface Style {
  list: Partial<ListPlace>;
  isCapitals: boolean;
  /** A line of a list of contents: a tab stands for leading dots. */
  isContents: boolean;
}

interface ReadStyle extends Style {
  basedOn: string;
}

const PLAIN: Style = { list: {}, isCapitals: false, isContents: false };
const MOST_ANCESTORS = 20;

/** What styles of paragraphs change about how their text reads. */
export function readStyles(part: Buffer | undefined): (id: string) => Style {
  const styles = new Map<string, ReadStyle>();
  if (part) readDefinitions(part, styles);
  return (id) => {
    let found: Style = PLAIN;
    let next = styles.get(id);
    for (let steps = 0; next && steps < MOST_ANCESTORS; steps += 1) {
      found = {
        list: { ...next.list, ...found.list },
        isCapitals: found.isCapitals || next.isCapitals,
        isContents: found.isContents || next.isContents,
      };
      next = styles.get(next.basedOn);
    }
    return found;
  };
}

function readDefinitions(part: Buffer, styles: Map<string, ReadStyle>): void {
  let style: ReadStyle | undefined;
  const properties = mapOf<(value: string) => Partial<ReadStyle>>({
    name: (value) => ({ isContents: /^toc \d$/i.test(value) }),
    basedOn: (value) => ({ basedOn: value }),
    numId: (value) => ({ list: { ...style?.list, listId: value } }),
    ilvl: (value) => ({ list: { ...style?.list, level: Number(value) } }),
    caps: (value) => ({ isCapitals: isOn(value) }),
  });
  readXml(part, {
    open(name, attribute) {
      if (name === "style") {
        style = { list: {}, isCapitals: false, isContents: false, basedOn: "" };
        styles.set(attribute("w:styleId") ?? "", style);
      }
      if (style) Object.assign(style, properties.get(name)?.(attribute("w:val") ?? ""));
    },
    close(name) {
      if (name === "style") style = undefined;
    },
  });
}

export function isOn(value: string): boolean {
  return !/^(0|false|off|none)$/.test(value);
}
