ALTER TABLE "attachment" ADD COLUMN "position" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ADD COLUMN "refusal_ground" text;--> statement-breakpoint
-- The owner is held by row-level security too: lifted while rows of every clinic are brought up to date.
ALTER TABLE "request" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_event" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- From the log, which also knows the answers whose text was erased.
UPDATE request r SET refusal_ground = e.data ->> 'ground' FROM audit_event e
WHERE e.operator_id = r.operator_id AND e.request_id = r.id AND e.action = 'answer.released';--> statement-breakpoint
ALTER TABLE "audit_event" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "request" FORCE ROW LEVEL SECURITY;
