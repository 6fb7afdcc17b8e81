import { t } from "../lib/t";
import { Bar } from "./Bar";
import { Facts } from "./Facts";
import { Groups } from "./Groups";
import { NoteDone, NoteIn } from "./Note";
import { Programme } from "./Programme";
import { Recommendations } from "./Recommendations";
import { RoleGroups } from "./RoleGroups";
import { Source, SourceToggle, sourceShown } from "./Source";
import { Step, Steps, steps } from "./Step";
import { Template } from "./Template";
import { Warnings } from "./Warnings";
import { review } from "./state";

/** Whether there is a note beside what was understood. */
const noted = () => sourceShown.value && review.value!.text !== "";

/** Three steps on one page; the second and third follow once a note was read. */
export function App() {
  if (!review.value) return <main class="review"><NoteIn /></main>;
  return (
    <>
      <Steps />
      <main class="review">
        <h1 class="hidden-words">{t("review.page")}</h1>
        <Step n={1} title={steps()[0]}><NoteDone /></Step>
        <Step n={2} title={steps()[1]} beside={review.value.text !== "" && <SourceToggle />}>
          {review.value.text !== "" && <Warnings />}
          <div class={noted() ? "compare" : ""}>
            {noted() && <Source />}
            <div class="understood">
              <Facts />
              <Programme />
            </div>
          </div>
        </Step>
        <Step n={3} title={steps()[2]}>
          <Recommendations />
          <RoleGroups />
          <Groups />
          <Template />
        </Step>
      </main>
      <Bar />
    </>
  );
}
