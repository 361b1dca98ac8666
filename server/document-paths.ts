type Id = number | string;

const project = (id: Id) => `/projects/${id}`;
const document = (id: Id, documentId: Id) => `${project(id)}/documents/${documentId}`;
const documentVersion = (id: Id, documentId: Id, versionId: Id) =>
  `${document(id, documentId)}/versions/${versionId}`;
const oneImport = (id: Id, importId: Id) => `${project(id)}/imports/${importId}`;

/** Addresses of papers and of tables that are read into a project. */
export const documentPaths = {
  documents: (id: Id) => `${project(id)}/documents`,
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

  imports: (id: Id) => `${project(id)}/imports`,
  newImport: (id: Id) => `${project(id)}/imports/new`,
  import: oneImport,
  importReading: (id: Id, importId: Id) => `${oneImport(id, importId)}/reading`,
  importApplication: (id: Id, importId: Id) => `${oneImport(id, importId)}/application`,
  importDropping: (id: Id, importId: Id) => `${oneImport(id, importId)}/dropping`,
  importUndoing: (id: Id, importId: Id) => `${oneImport(id, importId)}/undoing`,
  importFailures: (id: Id, importId: Id) => `${oneImport(id, importId)}/failures`,
};
