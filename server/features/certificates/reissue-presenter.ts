import type { Certificate } from "../../../db/queries/certificates.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { signedFields, type Wording } from "./presenter.ts";
import { certificateNumber } from "./rules.ts";

export function presentReissue(
  certificate: Certificate,
  event: { projectId: number; id: number },
  state: FormState,
  { texts }: Wording,
) {
  const { reissuing } = texts.certificates;
  const list = paths.certificates(event.projectId, event.id);
  return presentFormPage(
    {
      title: reissuing.title(certificateNumber(certificate)),
      lead: [reissuing.text],
      action: paths.reissues(event.projectId, event.id, certificate.id),
      sections: [
        {
          rows: [
            {
              type: "textarea",
              name: "reason",
              label: reissuing.reason,
              hint: reissuing.reasonHint,
              maxLength: 500,
              rows: 2,
              isRequired: true,
            },
            ...signedFields(texts),
          ],
        },
      ],
      submit: reissuing.submit,
      cancel: { href: list },
    },
    state,
    texts,
  );
}
