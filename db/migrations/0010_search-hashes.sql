CREATE TABLE "request_search" (
	"operator_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"request_id" uuid NOT NULL,
	CONSTRAINT "request_search_operator_id_hash_request_id_pk" PRIMARY KEY("operator_id","hash","request_id")
);
--> statement-breakpoint
-- What is hashed is sealed, and no migration can open it: the worker hashes anew what these rows are found by. A column that
-- comes with a default rewrites no row.
ALTER TABLE "request" ADD COLUMN "search_stale" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "request" ALTER COLUMN "search_stale" SET DEFAULT false;--> statement-breakpoint
ALTER TABLE "request_search" ADD CONSTRAINT "request_search_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_search_request" ON "request_search" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "request_search_stale" ON "request" USING btree ("operator_id") WHERE "request"."search_stale";--> statement-breakpoint
DROP INDEX "request_phone";--> statement-breakpoint
DROP INDEX "request_surname";--> statement-breakpoint
ALTER TABLE "request" DROP COLUMN "phone_hash";--> statement-breakpoint
ALTER TABLE "request" DROP COLUMN "surname_hash";--> statement-breakpoint
ALTER TABLE "request_search" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "request_search" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY of_operator ON "request_search" USING (operator_id = current_operator()) WITH CHECK (operator_id = current_operator());
