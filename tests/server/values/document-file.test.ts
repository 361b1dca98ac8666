import { describe, expect, test } from "vitest";
import { readDocumentFile } from "../../../server/values/document-file.ts";
import { cleanFileName, titleOfFile } from "../../../server/values/file-name.ts";
import { jpeg, png } from "../../support/pictures.ts";
import { docx, odt, zip } from "../../support/zips.ts";

const PDF = Buffer.from("%PDF-1.4\n%%EOF");
const MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";
const text = (content: string) => Buffer.from(content);

describe("a file is kept when it is what its name says", () => {
  test.each([
    ["a.pdf", PDF, "application/pdf"],
    ["a.jpg", jpeg(), "image/jpeg"],
    ["a.JPEG", jpeg(), "image/jpeg"],
    ["a.png", png(), "image/png"],
    ["a.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a.odt", odt(), "application/vnd.oasis.opendocument.text"],
    ["a.csv", text("jméno;příjmení\nŽofie;Říhová"), "text/csv"],
    ["a.txt", Buffer.from([0xe8, 0xec, 0x9e, 0x61]), "text/plain"],
    ["utf16.txt", Buffer.from("\ufeffŽena", "utf16le"), "text/plain"],
    ["x.tar.txt", text("prostý text"), "text/plain"],
  ])("%s", (name, bytes, mediaType) => {
    const read = readDocumentFile(name, bytes);
    expect(read).toMatchObject({ mediaType });
    expect("bytes" in read && read.bytes.equals(bytes)).toBe(true);
  });
});

describe("a file is refused that", () => {
  test.each([
    ["is empty", "a.pdf", Buffer.alloc(0), "fileEmpty"],
    ["is a program", "a.exe", text("MZ\x90"), "fileTypeRefused"],
    ["is a page", "a.html", text("<html>"), "fileTypeRefused"],
    ["is a drawing with scripts", "a.svg", text("<svg/>"), "fileTypeRefused"],
    ["is an archive", "a.zip", zip([{ name: "a", content: "a" }]), "fileTypeRefused"],
    ["is made for macros", "a.docm", docx(), "fileTypeRefused"],
    ["has no ending", "smlouva", PDF, "fileTypeRefused"],
    ["hides its ending", "a.pdf.exe", PDF, "fileTypeRefused"],
    ["is called after a property of objects", "a.constructor", PDF, "fileTypeRefused"],
    ["calls a program a PDF", "a.pdf", text("MZ\x90"), "fileNotWhatItSays"],
    ["is a PDF cut short", "a.pdf", text("%PDF-1.4\nobj"), "fileNotWhatItSays"],
    ["is a page before it is a PDF", "a.pdf", text("<html>%PDF-1.4\n%%EOF"), "fileNotWhatItSays"],
    ["calls a page a text", "a.txt", text("\n <!DOCTYPE html><script>"), "fileNotWhatItSays"],
    ["calls a drawing a table", "a.csv", text("<svg onload=alert(1)>"), "fileNotWhatItSays"],
    ["calls a program a text", "a.txt", text("MZ\x00\x01"), "fileNotWhatItSays"],
    ["calls a PNG a JPEG", "a.jpg", png(), "fileNotWhatItSays"],
    ["is a picture cut short", "a.png", png().subarray(0, 50), "fileNotWhatItSays"],
    [
      "calls an archive a document",
      "a.docx",
      zip([{ name: "a", content: "a" }]),
      "fileNotWhatItSays",
    ],
    ["calls a table a text", "a.xlsx", docx(), "fileNotWhatItSays"],
    [
      "carries macros",
      "a.docx",
      docx([{ name: "word/vbaProject.bin", content: "x" }]),
      "fileHasMacros",
    ],
    ["says it is made for macros", "a.docx", docx([], MACROS), "fileHasMacros"],
    [
      "carries Basic",
      "a.odt",
      odt([{ name: "Basic/Standard/script-lb.xml", content: "x" }]),
      "fileHasMacros",
    ],
    [
      "is an archive after something else",
      "a.docx",
      Buffer.concat([PDF, docx()]),
      "fileNotWhatItSays",
    ],
    [
      "is an archive before something else",
      "a.docx",
      Buffer.concat([docx(), PDF]),
      "fileNotWhatItSays",
    ],
    ["is an archive cut short", "a.docx", docx().subarray(0, -5), "fileNotWhatItSays"],
  ])("%s", (_what, name, bytes, fault) => {
    expect(readDocumentFile(name, bytes)).toEqual({ fault });
  });
});

describe("the name of a file", () => {
  test.each([
    ["Prezenční listina č. 1.pdf", "Prezenční listina č. 1.pdf"],
    ["C:\\Users\\jana\\smlouva.pdf", "smlouva.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["smlouva\u202efdp.exe", "smlouvafdp.exe"],
    ["a\u0000b\r\nc\u200b.pdf", "abc.pdf"],
    ["  dvě   mezery .pdf ", "dvě mezery .pdf"],
    ["...", "file"],
    ["", "file"],
    ["Z\u030cena.pdf", "Žena.pdf"],
    ["a\ud800b.pdf", "ab.pdf"],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test("keeps its ending when it is cut", () => {
    const kept = cleanFileName(`${"ř".repeat(300)}.docx`);
    expect([...kept]).toHaveLength(200);
    expect(kept.endsWith("ř.docx")).toBe(true);
  });

  test("gives a title without its ending", () => {
    expect(titleOfFile("Smlouva_o_partnerství_2026.pdf")).toBe("Smlouva o partnerství 2026");
    expect(titleOfFile(".pdf")).toBe(".pdf");
  });
});
