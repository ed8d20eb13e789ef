ALTER TABLE "answer" ALTER COLUMN "outcome" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "answer" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "answer" ADD COLUMN "editor" uuid;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_released_is_decided" CHECK ("answer"."released_at" is null or "answer"."outcome" is not null);