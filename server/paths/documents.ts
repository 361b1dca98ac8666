import { type Id, project } from "./roots.ts";

const document = (id: Id, documentId: Id) => `${project(id)}/documents/${documentId}`;
const documentVersion = (id: Id, documentId: Id, versionId: Id) =>
  `${document(id, documentId)}/versions/${versionId}`;

/** Addresses of documents and their versions. */
export const documentPaths = {
  documents: (id: Id) => `${project(id)}/documents`,
  documentPictures: (id: Id) => `${project(id)}/documents/pictures`,
  documentPackages: (id: Id) => `${project(id)}/documents/packages`,
  documentPackage: (id: Id, periodId: Id) => `${project(id)}/documents/packages/${periodId}`,
  newDocument: (id: Id) => `${project(id)}/documents/new`,
  document,
  editDocument: (id: Id, documentId: Id) => `${document(id, documentId)}/edit`,
  documentArchive: (id: Id, documentId: Id) => `${document(id, documentId)}/archive`,
  documentRestoration: (id: Id, documentId: Id) =>
    `${document(id, documentId)}/archive/restoration`,
  documentVersions: (id: Id, documentId: Id) => `${document(id, documentId)}/versions`,
  newDocumentVersion: (id: Id, documentId: Id) => `${document(id, documentId)}/versions/new`,
  documentVersion,
  documentPreview: (id: Id, documentId: Id, versionId: Id) =>
    `${documentVersion(id, documentId, versionId)}/preview`,
};
