/**
 * The steps of a walk, and the stages that take them.
 *
 * To put its stages together costs more than a walk along a few edges, so those of a run that is over are kept for the
 * next one, from the same starts or from others.
 */
import type { Run, Stage, Step } from './stage.ts';
import { Entry } from './start.ts';

/** Stages under way. Who has got from the last one all that is wanted calls `end`. */
export class Pipeline {
  readonly last: Stage;
  readonly #course: Course;
  readonly #run: Run;
  readonly #entry = new Entry();

  constructor(course: Course, run: Run) {
    this.#course = course;
    this.#run = run;
    this.last = course.behind(this.#entry, run);
  }

  /** Begins with what this stage hands out. */
  begin(start: Stage): this {
    this.#entry.start = start;
    return this;
  }

  /** Gives back all that was borrowed, these stages among it. */
  end(): void {
    this.last.restart();
    this.#course.keep(this, this.#run);
  }
}

/** Steps, one behind the other. Told once, it can be taken from any start. */
export class Course {
  readonly #before: Course | undefined;
  readonly #step: Step | undefined;
  /** Stages that nobody uses just now. */
  #idle: Pipeline | undefined;

  constructor(before?: Course, step?: Step) {
    this.#before = before;
    this.#step = step;
  }

  /** These steps, and one more. */
  followedBy(step: Step): Course {
    return new Course(this, step);
  }

  /** The last of the stages that take these steps behind another one. */
  behind(upstream: Stage, run: Run): Stage {
    return this.#step && this.#before ? this.#step(this.#before.behind(upstream, run), run) : upstream;
  }

  /** Stages that take these steps from what `start` hands out. Those of a traced run are not kept: they remember more. */
  begin(start: Stage, run: Run): Pipeline {
    const idle = run.traced ? undefined : this.#idle;
    if (idle) this.#idle = undefined;
    return (idle ?? new Pipeline(this, run)).begin(start);
  }

  keep(pipeline: Pipeline, run: Run): void {
    if (!run.traced) this.#idle = pipeline;
  }
}
