package muhafiz.stand;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import muhafiz.stand.child.Ports;
import muhafiz.stand.home.Home;
import muhafiz.stand.home.StartRefused;
import muhafiz.stand.objects.S3Program;
import muhafiz.stand.postgresql.PostgresProgram;
import muhafiz.stand.postgresql.Roles;
import muhafiz.stand.realm.DemoUsers;
import muhafiz.stand.schema.Database;
import muhafiz.stand.schema.Durability;
import muhafiz.stand.schema.Migration;
import muhafiz.stand.schema.OutsideRoles;
import muhafiz.stand.schema.RoleNames;
import muhafiz.stand.server.ServerFolder;
import muhafiz.stand.timestamps.TimestampProgram;

/** The order of one start: database, objects and realm, then the server. */
final class Assembly {
    private final StandSettings settings;
    private final Home home;
    private final Stand stand;
    private OptionalInt databasePort = OptionalInt.empty();

    Assembly(StandSettings settings, Home home, Stand stand) {
        this.settings = settings;
        this.home = home;
        this.stand = stand;
    }

    Optional<Stand.Databases> bringUp() {
        endLeftovers();
        boolean withServer = settings.parts().contains(Part.SERVER);
        if (withServer) {
            ServerFolder.requireBuilt(settings.server());
            requirePorts();
        }
        users(withServer);
        CompletableFuture<Optional<S3Program>> objects = CompletableFuture.supplyAsync(this::objects);
        Optional<Stand.Databases> databases;
        try {
            databases = database();
        } finally {
            objects.exceptionally(failure -> Optional.empty()).join();
        }
        Optional<S3Program> ownObjects = outcome(objects);
        tellWhere(ownObjects);
        if (withServer) {
            Optional<TimestampProgram> ownTimestamps = timestamps();
            say("Starting the archive's server …");
            Server server = new Server(settings, home, ownTimestamps);
            stand.begin(Part.SERVER, server.program(databases.orElseThrow().app(), ownObjects));
        }
        return databases;
    }

    private void tellWhere(Optional<S3Program> ownObjects) {
        Map<String, String> parts = new TreeMap<>();
        databasePort.ifPresent(port -> parts.put("database.port", Integer.toString(port)));
        ownObjects.ifPresent(own -> parts.put("objects", own.endpoint().toString()));
        Ground.tell(home, parts);
    }

    private void endLeftovers() {
        for (Part part : new Part[] {Part.SERVER, Part.TIMESTAMPS, Part.OBJECTS, Part.DATABASE}) {
            if (stand.pidFile(part).endLeftover()) {
                say("Ended a process that an earlier run left behind (" + part + ").");
            }
        }
    }

    private void requirePorts() {
        Ports.requireFree(settings.address(), settings.port(), "Set MUHAFIZ_PORT to a free one.");
        Ports.requireFree(
                StandSettings.LOOPBACK,
                settings.managementPort(),
                "It is the management port, 1000 above MUHAFIZ_PORT: set that to another.");
    }

    private void users(boolean withServer) {
        DemoUsers users = new DemoUsers(home);
        boolean allowed = settings.demo() || (settings.database().isEmpty() && settings.isLoopback());
        if (!allowed && users.exist()) {
            throw new StartRefused("The demo users of " + users.file()
                    + " serve loopback and the embedded database only. Set MUHAFIZ_DEMO=yes to allow them here,"
                    + " or MUHAFIZ_HOME to a folder without them.");
        }
        if (allowed && withServer) {
            users.ensure();
        }
        home.folder("realm");
    }

    private Optional<Stand.Databases> database() {
        if (settings.database().isPresent()) {
            return settings.database().map(this::outside);
        }
        if (!settings.parts().contains(Part.DATABASE)) {
            return Optional.empty();
        }
        say("Starting PostgreSQL …");
        PostgresProgram program = PostgresProgram.in(home, settings.programs(), Ports.free());
        stand.begin(Part.DATABASE, program);
        databasePort = OptionalInt.of(program.port());
        String ownerPassword = home.secrets().value("db-owner-password");
        String appPassword = home.secrets().value("db-app-password");
        new Roles(program.asSuperuser()).ensure(ownerPassword, appPassword);
        Database owner = Database.onLoopback(program.port(), PostgresProgram.DATABASE, RoleNames.OWNER, ownerPassword);
        Database app = owner.as(RoleNames.APP, appPassword);
        migrate(owner, app);
        return Optional.of(new Stand.Databases(app, Optional.of(owner)));
    }

    private Stand.Databases outside(OutsideDatabase outside) {
        Durability.require(outside.app());
        outside.owner().ifPresent(owner -> {
            OutsideRoles.ensure(owner, outside.app().user());
            migrate(owner, outside.app());
        });
        return new Stand.Databases(outside.app(), outside.owner());
    }

    private void migrate(Database owner, Database app) {
        Durability.require(owner);
        say("The schema has version " + new Migration(owner, app.user()).run() + ".");
    }

    private Optional<S3Program> objects() {
        if (settings.objects().isPresent() || !settings.parts().contains(Part.OBJECTS)) {
            return Optional.empty();
        }
        say("Starting the S3 server …");
        S3Program program = new S3Program(home, Ports.free());
        stand.objectsAt(program.endpoint());
        stand.begin(Part.OBJECTS, program);
        return Optional.of(program);
    }

    private Optional<TimestampProgram> timestamps() {
        if (!ArchiveProperties.read(settings.config()).wantsOwnTimestamps()
                || !settings.parts().contains(Part.TIMESTAMPS)) {
            return Optional.empty();
        }
        say("Starting the time-stamp authority …");
        TimestampProgram program = new TimestampProgram(home, Ports.free(), InstantSource.system());
        stand.begin(Part.TIMESTAMPS, program);
        return Optional.of(program);
    }

    private static <T> T outcome(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void say(String line) {
        settings.progress().accept(line);
    }
}
