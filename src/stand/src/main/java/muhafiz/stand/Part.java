package muhafiz.stand;

/** What the stand runs, in the order of its start. */
public enum Part {
    /** PostgreSQL. */
    DATABASE,
    /** The S3 server. */
    OBJECTS,
    /** WildFly with the archive. */
    SERVER
}
