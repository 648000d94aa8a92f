package muhafiz.stand;

import java.util.Optional;
import muhafiz.stand.schema.Database;

/**
 * A PostgreSQL that is not the stand's own.
 *
 * @param app how the server logs in
 * @param owner how migrations log in; without it the stand migrates nothing and the schema must be up to date
 */
public record OutsideDatabase(Database app, Optional<Database> owner) {}
