CREATE TABLE "audit_event" (
	"operator_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"request_id" uuid,
	"data" jsonb NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_event_operator_id_seq_pk" PRIMARY KEY("operator_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"operator_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"refusal_ground" text,
	"letter" "bytea" NOT NULL,
	"drafted_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	"released_by" uuid,
	"first_read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"name" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"author" text NOT NULL,
	"staff_id" uuid,
	"text" "bytea" NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"request_id" uuid,
	"code_hash" "bytea" NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "requester_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"name" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"request_id" uuid,
	"staff_id" uuid,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"intent_key" text NOT NULL,
	"message_id" text NOT NULL,
	"contents" "bytea" NOT NULL,
	"raw" "bytea",
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"first_tried_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"last_reply" text
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"clock_id" uuid NOT NULL,
	"milestone" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"deadline_version" integer NOT NULL,
	"due_on" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"mail_id" uuid
);
--> statement-breakpoint
CREATE TABLE "worker_beat" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"year" integer NOT NULL,
	"date" date NOT NULL,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "calendar_day_date_pk" PRIMARY KEY("date")
);
--> statement-breakpoint
CREATE TABLE "calendar_year" (
	"year" integer PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"code" text NOT NULL,
	"time_zone" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"profile" jsonb NOT NULL,
	"loaded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "term_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"ground" text,
	"scope" text,
	"requester_type" text,
	"clock" text NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"counted_from" text NOT NULL,
	"legal_basis" jsonb NOT NULL,
	"extension_amount" integer,
	"roll_forward" text NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	CONSTRAINT "term_rule_version" UNIQUE NULLS NOT DISTINCT("operator_id","kind","ground","scope","requester_type","clock","version")
);
--> statement-breakpoint
CREATE TABLE "queue_count" (
	"operator_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"assignee_id" uuid NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "queue_count_operator_id_due_on_assignee_id_pk" PRIMARY KEY("operator_id","due_on","assignee_id")
);
--> statement-breakpoint
CREATE TABLE "register_counter" (
	"operator_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "register_counter_operator_id_year_pk" PRIMARY KEY("operator_id","year")
);
--> statement-breakpoint
CREATE TABLE "request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"number" integer NOT NULL,
	"reference" text NOT NULL,
	"submission_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ground" text,
	"scope" text,
	"mailing_channels" text[],
	"requester_type" text NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"assignee_id" uuid,
	"received_at" timestamp (3) with time zone NOT NULL,
	"received_on" date NOT NULL,
	"response_due_on" date NOT NULL,
	"next_due_on" date,
	"next_clock" text,
	"outcome" text,
	"closed_at" timestamp (3) with time zone,
	"closed_on" date,
	"email_confirmed_at" timestamp (3) with time zone,
	"personal" "bytea" NOT NULL,
	"email_hash" "bytea",
	"phone_hash" "bytea",
	"surname_hash" "bytea"
);
--> statement-breakpoint
CREATE TABLE "request_clock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"rule_version" integer NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"counted_from" text NOT NULL,
	"legal_basis" jsonb NOT NULL,
	"extension_amount" integer,
	"roll_forward" text NOT NULL,
	"started_on" date NOT NULL,
	"due_on" date NOT NULL,
	"deadline_version" integer DEFAULT 1 NOT NULL,
	"extended_at" timestamp (3) with time zone,
	"stopped_at" timestamp (3) with time zone,
	"stopped_on" date
);
--> statement-breakpoint
CREATE TABLE "request_key" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'ru' NOT NULL,
	"password_hash" text,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"dismissed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_membership" (
	"staff_id" uuid NOT NULL,
	"operator_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "staff_membership_staff_id_operator_id_pk" PRIMARY KEY("staff_id","operator_id")
);
--> statement-breakpoint
CREATE TABLE "staff_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_drafted_by_staff_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_released_by_staff_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requester_session" ADD CONSTRAINT "requester_session_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_clock_id_request_clock_id_fk" FOREIGN KEY ("clock_id") REFERENCES "public"."request_clock"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_recipient_id_staff_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_year_calendar_year_year_fk" FOREIGN KEY ("year") REFERENCES "public"."calendar_year"("year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_rule" ADD CONSTRAINT "term_rule_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_counter" ADD CONSTRAINT "register_counter_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_assignee_id_staff_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_clock" ADD CONSTRAINT "request_clock_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_key" ADD CONSTRAINT "request_key_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_membership" ADD CONSTRAINT "staff_membership_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_membership" ADD CONSTRAINT "staff_membership_operator_id_operator_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_request" ON "audit_event" USING btree ("operator_id","request_id","seq");--> statement-breakpoint
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("operator_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "attachment_request" ON "attachment" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "message_request" ON "message" USING btree ("request_id","sent_at");--> statement-breakpoint
CREATE INDEX "one_time_code_request" ON "one_time_code" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "requester_session_token" ON "requester_session" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_intent" ON "mail" USING btree ("operator_id","intent_key");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_message_id" ON "mail" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("operator_id","next_attempt_at") WHERE "mail"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "mail_request" ON "mail" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_log" ON "mail" USING btree ("operator_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_intent" ON "reminder" USING btree ("request_id","clock_id","milestone","recipient_id","deadline_version");--> statement-breakpoint
CREATE INDEX "reminder_unmailed" ON "reminder" USING btree ("operator_id","created_at") WHERE "reminder"."mail_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "operator_slug" ON "operator" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "operator_code" ON "operator" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "request_number" ON "request" USING btree ("operator_id","year","number");--> statement-breakpoint
CREATE UNIQUE INDEX "request_reference" ON "request" USING btree ("operator_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "request_submission" ON "request" USING btree ("operator_id","submission_id");--> statement-breakpoint
CREATE INDEX "request_queue" ON "request" USING btree ("operator_id","next_due_on","id") WHERE "request"."next_due_on" is not null;--> statement-breakpoint
CREATE INDEX "request_queue_kind" ON "request" USING btree ("operator_id","kind","next_due_on","id") WHERE "request"."next_due_on" is not null;--> statement-breakpoint
CREATE INDEX "request_queue_state" ON "request" USING btree ("operator_id","state","next_due_on","id") WHERE "request"."next_due_on" is not null;--> statement-breakpoint
CREATE INDEX "request_queue_assignee" ON "request" USING btree ("operator_id","assignee_id","next_due_on","id") WHERE "request"."next_due_on" is not null;--> statement-breakpoint
CREATE INDEX "request_closed" ON "request" USING btree ("operator_id","closed_at","id") WHERE "request"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "request_email" ON "request" USING btree ("operator_id","email_hash");--> statement-breakpoint
CREATE INDEX "request_phone" ON "request" USING btree ("operator_id","phone_hash");--> statement-breakpoint
CREATE INDEX "request_surname" ON "request" USING btree ("operator_id","surname_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "request_clock_name" ON "request_clock" USING btree ("request_id","clock");--> statement-breakpoint
CREATE INDEX "request_clock_open" ON "request_clock" USING btree ("operator_id","due_on","id") WHERE "request_clock"."stopped_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree ("email");--> statement-breakpoint
CREATE INDEX "staff_membership_operator" ON "staff_membership" USING btree ("operator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_session_token" ON "staff_session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "staff_session_staff" ON "staff_session" USING btree ("staff_id");