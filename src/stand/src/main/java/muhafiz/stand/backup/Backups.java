package muhafiz.stand.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import muhafiz.stand.schema.Database;
import muhafiz.store.BucketCopy;
import muhafiz.store.S3Settings;

/** Makes copies of an archive, running or not, and enters each in its table of backups. One thread. */
public final class Backups {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Database owner;
    private final InstantSource clock;

    public Backups(Database owner, InstantSource clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /** @return the file */
    public Path data(Path folder) throws IOException, SQLException {
        return dump(Dump.Kind.DATA, folder);
    }

    /**
     * Dumps the key ring, and takes away those of its dumps in this folder that open nothing any more.
     *
     * @param nights the horizon
     * @return the file
     */
    public Path keys(Path folder, int nights) throws IOException, SQLException {
        Path file = dump(Dump.Kind.KEY, folder);
        Copies.prune(folder, nights, clock.instant());
        return file;
    }

    private Path dump(Dump.Kind kind, Path folder) throws IOException, SQLException {
        DumpWriter.Written written = new DumpWriter(owner).write(kind, folder);
        enter(kind.word(), written.dump().madeAt(), written.dump().newestEpoch());
        return written.file();
    }

    /**
     * Copies the whole database beside its running server.
     *
     * @param superuser of the server whose data folder this is
     * @return the folder
     */
    public Path physical(Database superuser, Path data, Path folder) throws IOException, SQLException {
        Instant now = clock.instant();
        long epoch = newestEpoch();
        Path to = folder.resolve("muhafiz-physical-" + STAMP.format(now));
        new PhysicalBackup(superuser, data).write(to);
        enter("physical", now, epoch);
        return to;
    }

    /** @return how many objects came that were not there */
    public long objects(S3Settings keeping, S3Settings listing, Path folder) throws SQLException {
        Instant now = clock.instant();
        try (BucketCopy copy = new BucketCopy(keeping, listing)) {
            long came = copy.down(folder);
            enter("bucket", now, newestEpoch());
            return came;
        }
    }

    /** Enters a restore that was tried aside and passed. */
    public void drilled() throws SQLException {
        enter("drill", clock.instant(), newestEpoch());
    }

    private long newestEpoch() throws SQLException {
        try (Connection connection = owner.connect()) {
            connection.setAutoCommit(false);
            return Tables.newestEpoch(connection);
        }
    }

    private void enter(String kind, Instant madeAt, long epoch) throws SQLException {
        try (Connection connection = owner.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into archive.backup (kind, made_at, newest_epoch) values (?, ?, ?)")) {
            insert.setString(1, kind);
            insert.setObject(2, OffsetDateTime.ofInstant(madeAt, ZoneOffset.UTC));
            insert.setLong(3, epoch);
            insert.executeUpdate();
        }
    }
}
