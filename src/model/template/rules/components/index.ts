import type { Issue } from "../../../issue.ts";
import { buttonIssues } from "../buttons/index.ts";
import type { TemplateView } from "../template-view.ts";
import { authenticationIssues } from "./authentication.ts";
import { bodyIssues } from "./body.ts";
import { callPermissionIssues } from "./call-permission.ts";
import { carouselIssues } from "./carousel.ts";
import { footerIssues } from "./footer.ts";
import { headerIssues } from "./header.ts";
import { limitedTimeOfferIssues } from "./limited-time-offer.ts";
import { presenceIssues } from "./presence.ts";

/** The rules of the components. */
export function* componentIssues(view: TemplateView): Iterable<Issue> {
  yield* presenceIssues(view);
  if (view.category === "AUTHENTICATION") yield* authenticationIssues(view);
  else {
    yield* headerIssues(view);
    yield* bodyIssues(view);
    yield* footerIssues(view);
    yield* carouselIssues(view);
    yield* limitedTimeOfferIssues(view);
    yield* callPermissionIssues(view);
  }
  yield* buttonIssues(view);
}
