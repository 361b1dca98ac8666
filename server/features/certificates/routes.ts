import { type Request, type Response, Router } from "express";
import {
  type Certificate,
  findCertificate,
  findLastSigned,
  listCandidatesOf,
} from "../../../db/queries/certificates.ts";
import { countPeople } from "../../../db/queries/event-people.ts";
import { listSessions } from "../../../db/queries/event-sessions.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { noteShown } from "../../web/personal-data.ts";
import { eventCrumbs, presentEventHeader } from "../events/header.ts";
import { insideOnly } from "../events/inside-only.ts";
import { eventOf, loadEvent } from "../events/load-event.ts";
import { drawMissing, joinCertificates, readCertificate } from "./files/service.ts";
import { presentCertificates } from "./presenter.ts";
import { presentReissue } from "./reissue-presenter.ts";
import { certificateNumber, type Threshold } from "./rules.ts";
import { issueSchema, reissueSchema, thresholdQuery } from "./schema.ts";
import { sendPdf } from "./send-pdf.ts";
import { issueCertificates, reissueCertificate, totalMinutes } from "./service.ts";

const AT = [":projectId", ":eventId"] as const;
const ONE = [...AT, ":certificateId"] as const;

export function certificateRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("eventId", loadEvent(deps));
  const reader = [allow("personal-data:read"), insideOnly];
  const issuer = [allow("certificate:issue"), insideOnly];
  const list = issueForm(deps);
  router.get(paths.certificates(...AT), ...reader, async (req, res, next) => {
    if (req.query.format === "pdf") return sendAll(deps, req, res);
    return list.show(req, res, next);
  });
  router.post(paths.certificates(...AT), ...issuer, list.submit);
  router.post(paths.certificateDrawing(...AT), ...issuer, (_req, res) => drawAgain(deps, res));
  router.get(paths.certificate(...ONE), ...reader, (req, res) => sendOne(deps, req, res));
  const reissue = reissueForm(deps);
  router.get(paths.newReissue(...ONE), ...issuer, reissue.show);
  router.post(paths.reissues(...ONE), ...issuer, reissue.submit);
  return router;
}

function issueForm(deps: Deps) {
  return form(deps, issueSchema, {
    initial: async (_req, res) => {
      const last = await findLastSigned(deps.db, eventOf(res).projectId);
      return { place: last?.issuedPlace ?? "", signatory: last?.signatory ?? "" };
    },
    show: (req, res, state) => showList(deps, req, res, state),
    save: async (req, res, entry) => {
      const { projectId, id: eventId } = eventOf(res);
      const key = { projectId, eventId };
      await issueCertificates(deps, authorOf(req, res), key, entry);
      await drawMissing(deps, key);
      res.locals.say("certificatesIssued");
      res.redirect(303, paths.certificates(projectId, eventId));
    },
  });
}

async function showList(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const { db } = deps;
  const event = eventOf(res);
  const [people, sessions, counted] = await Promise.all([
    listCandidatesOf(db, event.id),
    listSessions(db, event.id),
    countPeople(db, event.id),
  ]);
  await noteShown(deps, req, res, { action: "view", personCount: people.length });
  const { certificates } = res.locals.texts;
  const model = presentCertificates(
    {
      projectId: event.projectId,
      eventId: event.id,
      isClosed: event.state === "closed",
      people,
      totalMinutes: totalMinutes(sessions),
      threshold: thresholdOf(req),
      canIssue: can(res, "certificate:issue"),
    },
    state,
    res.locals,
  );
  const pageHeader = presentEventHeader(res, "certificates", { people: counted });
  const breadcrumbs = eventCrumbs(res, { label: certificates.title });
  res.locals.page(
    "certificates/index",
    { ...model, pageHeader },
    { title: certificates.title, breadcrumbs },
  );
}

/** The list by the address; the form that came back with an error by what it was sent with. */
function thresholdOf(req: Request): Threshold {
  return thresholdQuery.parse(req.method === "POST" ? req.body : req.query);
}

async function drawAgain(deps: Deps, res: Response): Promise<void> {
  const { projectId, id: eventId } = eventOf(res);
  const left = await drawMissing(deps, { projectId, eventId });
  res.locals.say(left === 0 ? "saved" : "certificatesNotDrawn");
  res.redirect(303, paths.certificates(projectId, eventId));
}

async function sendAll(deps: Deps, req: Request, res: Response): Promise<void> {
  const { projectId, id: eventId } = eventOf(res);
  const joined = await joinCertificates(deps, { projectId, eventId });
  if (!joined) throw new NotFound("certificates");
  await noteShown(deps, req, res, { action: "export", personCount: joined.count });
  sendPdf(res, res.locals.texts.certificates.allFile, joined.bytes);
}

async function sendOne(deps: Deps, req: Request, res: Response): Promise<void> {
  const certificate = await certificateOf(deps, req, res);
  const { id, file, participantId, eventId } = certificate;
  if (file === null) throw new NotFound("certificate");
  const { projectId } = eventOf(res);
  const bytes = await readCertificate(deps, { projectId, eventId }, { id, file });
  await noteShown(deps, req, res, { action: "open-document", participantId, personCount: 1 });
  const number = certificateNumber(certificate).replace("/", "-");
  sendPdf(res, res.locals.texts.certificates.file(number), bytes);
}

function reissueForm(deps: Deps) {
  return form(deps, reissueSchema, {
    initial: async (req, res) => {
      const { issuedPlace, signatory } = await certificateOf(deps, req, res);
      return { place: issuedPlace ?? "", signatory: signatory ?? "" };
    },
    show: async (req, res, state) => {
      const certificate = await certificateOf(deps, req, res);
      const event = eventOf(res);
      const model = presentReissue(certificate, event, state, res.locals);
      const { title } = model.pageHeader;
      res.locals.page("partials/form-page", model, {
        title,
        breadcrumbs: eventCrumbs(
          res,
          {
            label: res.locals.texts.certificates.title,
            href: paths.certificates(event.projectId, event.id),
          },
          { label: certificateNumber(certificate) },
        ),
      });
    },
    save: async (req, res, entry) => {
      const { projectId, id: eventId } = eventOf(res);
      const { id } = await certificateOf(deps, req, res);
      await reissueCertificate(deps, authorOf(req, res), { projectId, eventId, id }, entry);
      await drawMissing(deps, { projectId, eventId });
      res.locals.say("certificatesIssued");
      res.redirect(303, paths.certificates(projectId, eventId));
    },
  });
}

async function certificateOf(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<Certificate> {
  const id = idParam(String(req.params.certificateId));
  const certificate = await findCertificate(db, { eventId: eventOf(res).id, id });
  if (!certificate) throw new NotFound("certificate");
  return certificate;
}
