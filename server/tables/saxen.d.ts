declare module "saxen" {
  type Decode = (text: string) => string;
  type Attributes = () => Record<string, string>;
  export class Parser {
    on(
      event: "openTag",
      listener: (name: string, attributes: Attributes, decode: Decode, isEmpty: boolean) => void,
    ): this;
    on(event: "closeTag", listener: (name: string, decode: Decode, isEmpty: boolean) => void): this;
    on(event: "text", listener: (text: string, decode: Decode) => void): this;
    on(event: "cdata", listener: (text: string) => void): this;
    on(event: "attention", listener: (text: string) => void): this;
    on(event: "error" | "warn", listener: (error: Error) => void): this;
    parse(xml: string): this;
  }
}
