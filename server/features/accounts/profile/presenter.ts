import type { OwnSession } from "../../../../db/queries/sessions.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import { type Texts, textsFor } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { profileTabs } from "../../../web/profile-tabs.ts";
import { SHORTEST_PASSWORD } from "../passwords/rules.ts";
import { nameOfAgent } from "./rules.ts";

export interface ProfileFacts {
  sessions: OwnSession[];
  /** The session of this very request. */
  current: string | null;
  email: string;
}

export function presentProfile(
  state: FormState,
  facts: ProfileFacts,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { profile } = texts.accounts;
  const fields = presentFields(preferenceFields(texts), state, texts);
  return {
    pageHeader: {
      title: profile.title,
      subtitle: facts.email,
      tabs: profileTabs("profile", texts),
    },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.profile(),
    fields,
    formFooter: { submit: profile.submit },
    password: {
      title: profile.password,
      text: profile.passwordHint,
      href: paths.editPassword(),
      label: profile.changePassword,
    },
    sessions: presentSessions(facts, { texts, formats }),
  };
}

function preferenceFields(texts: Texts): FieldDefinition[] {
  const { profile } = texts.accounts;
  return [
    { type: "hidden", name: "version", label: "" },
    { type: "text", name: "name", label: profile.name, isRequired: true, autocomplete: "name" },
    {
      type: "select",
      name: "language",
      label: profile.language,
      width: "short",
      options: [
        { value: "cs", label: textsFor("en").frame.otherLanguage },
        { value: "en", label: textsFor("cs").frame.otherLanguage },
      ],
    },
    {
      type: "radios",
      name: "theme",
      label: profile.theme,
      options: (["auto", "light", "dark"] as const).map((value) => ({
        value,
        label: profile.themes[value],
      })),
    },
    {
      type: "checkbox",
      name: "hasShortcuts",
      label: profile.hasShortcuts,
      hint: profile.shortcutsHint,
    },
  ];
}

function presentSessions(
  { sessions, current }: ProfileFacts,
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { profile } = texts.accounts;
  const hasOthers = sessions.some(({ idHash }) => idHash !== current);
  return {
    title: profile.sessions,
    rows: sessions.map((session) => ({
      device: nameOfAgent(session.agent) ?? profile.unknownDevice,
      note: profile.sessionNote(
        formats.dateTime(session.createdAt),
        formats.dateTime(session.lastSeenAt),
        session.address ?? "",
      ),
      isCurrent: session.idHash === current,
      action: paths.sessionClosure(session.idHash),
    })),
    thisOne: profile.thisSession,
    close: profile.closeSession,
    closeOthers: hasOthers
      ? { action: paths.otherSessionsClosure(), label: profile.closeOthers }
      : null,
  };
}

export function presentPasswordChange(state: FormState, texts: Texts) {
  const { profile, newPassword } = texts.accounts;
  const field = { type: "password" as const, isRequired: true, width: "medium" as const };
  const rows: FieldDefinition[] = [
    {
      ...field,
      name: "currentPassword",
      label: profile.currentPassword,
      autocomplete: "current-password",
    },
    {
      ...field,
      name: "newPassword",
      label: newPassword.password,
      hint: newPassword.hint(SHORTEST_PASSWORD),
      autocomplete: "new-password",
    },
    {
      ...field,
      name: "newPasswordAgain",
      label: newPassword.passwordAgain,
      autocomplete: "new-password",
    },
  ];
  return presentFormPage(
    {
      title: profile.changePassword,
      action: paths.password(),
      sections: [{ rows }],
      submit: profile.changePassword,
      cancel: { href: paths.profile() },
    },
    state,
    texts,
  );
}
