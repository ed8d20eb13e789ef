CREATE TABLE "upload_usage" (
	"source" "bytea" PRIMARY KEY NOT NULL,
	"files" integer NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD COLUMN "key" "bytea";--> statement-breakpoint
-- What waits from before has no key of its own, and waits a day at most: its forms ask for the files anew.
DELETE FROM "upload";--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "key" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "source" "bytea" NOT NULL;--> statement-breakpoint
-- How much of each source waits: row-level security hides other operators' uploads, their sums it need not.
CREATE FUNCTION count_uploads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO upload_usage SELECT source, count(*), sum(size) FROM changed GROUP BY source ORDER BY source
      ON CONFLICT (source) DO UPDATE
      SET files = upload_usage.files + excluded.files, bytes = upload_usage.bytes + excluded.bytes;
    RETURN NULL;
  END IF;
  -- In one order, or two that delete would wait for each other.
  PERFORM FROM upload_usage WHERE source IN (SELECT source FROM changed) ORDER BY source FOR UPDATE;
  UPDATE upload_usage SET files = upload_usage.files - gone.files, bytes = upload_usage.bytes - gone.bytes
    FROM (SELECT source, count(*) AS files, sum(size) AS bytes FROM changed GROUP BY source) AS gone
    WHERE upload_usage.source = gone.source;
  DELETE FROM upload_usage WHERE source IN (SELECT source FROM changed) AND upload_usage.files <= 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER upload_counted AFTER INSERT ON upload REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_uploads();
--> statement-breakpoint
CREATE TRIGGER upload_uncounted AFTER DELETE ON upload REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_uploads();
