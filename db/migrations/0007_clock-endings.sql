ALTER TABLE "request_clock" ADD COLUMN "ending" text;--> statement-breakpoint
ALTER TABLE "request_clock" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "request_clock" ADD COLUMN "note" "bytea";--> statement-breakpoint
ALTER TABLE "request_clock" ADD CONSTRAINT "request_clock_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The owner is held by row-level security too: lifted while rows of every clinic are brought up to date.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['request', 'request_clock', 'queue_count', 'term_rule', 'answer', 'audit_event'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- How each clock that has stopped ended. An answer used to stop every clock: what it stopped beside its own was a duty
-- that a refusal ended, or one that nobody recorded as done.
UPDATE request_clock c SET
  ending = CASE
    WHEN c.clock IN ('response', 'answer') THEN CASE WHEN r.state = 'withdrawn' THEN 'withdrawn' ELSE 'answered' END
    WHEN c.stopped_at IS DISTINCT FROM r.closed_at THEN 'done'
    WHEN r.state = 'withdrawn' THEN 'withdrawn'
    WHEN r.outcome = 'refused' THEN 'refused'
  END
FROM request r WHERE r.id = c.request_id AND c.stopped_at IS NOT NULL;
--> statement-breakpoint
UPDATE request_clock c SET ended_by = a.released_by FROM answer a
WHERE a.request_id = c.request_id AND c.ending IN ('answered', 'refused');
--> statement-breakpoint
UPDATE request_clock c SET ended_by = e.actor_id FROM audit_event e
WHERE e.operator_id = c.operator_id AND e.request_id = c.request_id AND e.action = 'request.duty-fulfilled' AND e.data ->> 'clock' = c.clock
  AND e.actor_kind = 'staff' AND c.ending = 'done';
--> statement-breakpoint
-- Duties that nobody recorded as done run again, and their requests are in the queue until somebody does (KoAP 13.11(5)).
UPDATE request_clock SET stopped_at = NULL, stopped_on = NULL WHERE stopped_at IS NOT NULL AND ending IS NULL;
--> statement-breakpoint
UPDATE request r SET next_due_on = n.due_on, next_clock = n.clock, closed_at = NULL, closed_on = NULL
FROM (SELECT DISTINCT ON (request_id) request_id, due_on, clock FROM request_clock WHERE stopped_at IS NULL
      ORDER BY request_id, due_on, clock = 'response') n
WHERE n.request_id = r.id AND r.closed_at IS NOT NULL;
--> statement-breakpoint
-- One ground becomes two. What stands in the tables was counted by 152-FZ 20(3), the term of data that are not needed.
UPDATE request SET ground = 'unneeded' WHERE ground = 'unlawful-or-unneeded';
--> statement-breakpoint
UPDATE term_rule SET ground = 'unneeded' WHERE ground = 'unlawful-or-unneeded';
--> statement-breakpoint
UPDATE operator SET profile = replace(profile::text, '"unlawful-or-unneeded"', '"unneeded"')::jsonb;
--> statement-breakpoint
-- A draft chooses its ground anew where the old one is no ground of a clinic; a released answer never changes.
UPDATE answer SET refusal_ground = NULL
WHERE released_at IS NULL AND refusal_ground IN ('criminal-procedure', 'not-a-subject', 'other');
--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['request', 'request_clock', 'queue_count', 'term_rule', 'answer', 'audit_event'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "request_clock" ADD CONSTRAINT "request_clock_ended" CHECK (("request_clock"."stopped_at" is null) = ("request_clock"."ending" is null));