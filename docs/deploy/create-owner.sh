#!/bin/sh
# Run once by the image of PostgreSQL, when it makes its database.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$OWNER_PASSWORD" --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
CREATE ROLE portal_owner LOGIN CREATEROLE PASSWORD :'password';
ALTER DATABASE portal OWNER TO portal_owner;
SQL
