package muhafiz.service.inspect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.File;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.Isolation;
import muhafiz.inspect.NotReadByMachine;
import muhafiz.inspect.SandboxClient;
import muhafiz.inspect.SandboxSettings;
import muhafiz.inspect.SandboxSettings.Crew;
import muhafiz.inspect.SandboxSettings.Limits;
import muhafiz.inspect.SandboxSettings.Program;
import muhafiz.service.config.Settings;

/** The one that reads documents, as configured; without a class path for the sandbox nothing is read, and that is said. */
@Dependent
class Inspectors {
    private static final Logger LOG = System.getLogger(Inspectors.class.getName());
    private static final long MIB = 1024L * 1024L;

    @Produces
    @ApplicationScoped
    DocumentInspector inspector(Settings settings) {
        return settings.optional("sandbox.classpath")
                // Where the machine has no file system in memory, plaintext would have to lie on a disk.
                .filter(classPath -> settings.optional("sandbox.memory").isPresent())
                .map(classPath -> SandboxClient.open(sandbox(settings, classPath)))
                .map(Inspectors::warned)
                .orElseGet(NotReadByMachine::new);
    }

    private static DocumentInspector warned(DocumentInspector inspector) {
        if (!inspector.isolation().isWalled()) {
            LOG.log(
                    Level.WARNING,
                    "documents are read behind no wall ({0}): install bubblewrap",
                    inspector.isolation());
        }
        return inspector;
    }

    void close(@Disposes DocumentInspector inspector) {
        inspector.close();
    }

    private static SandboxSettings sandbox(Settings settings, String classPath) {
        List<Path> jars =
                Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
        Path java = Path.of(settings.optional("sandbox.java").orElse(System.getProperty("java.home")));
        Optional<Path> shared = settings.optional("sandbox.archive").map(Path::of);
        Limits standard = Limits.standard();
        Limits limits = new Limits(
                settings.archive().count("sandbox.heap") * MIB,
                settings.archive().span("sandbox.time-limit"),
                standard.answer(),
                standard.document(),
                standard.scratch());
        Crew crew = new Crew(
                settings.archive().count("sandbox.workers"),
                1,
                Crew.standard().idle(),
                Crew.standard().patience());
        return new SandboxSettings(
                new Program(java, jars, shared),
                isolation(settings),
                Path.of(settings.required("sandbox.memory")),
                limits,
                crew);
    }

    /** Without a wall nothing is read by machine, unless the operator says so or this is the run profile. */
    private static Set<Isolation> isolation(Settings settings) {
        boolean isRunProfile =
                settings.optional("run.profile").filter("true"::equals).isPresent();
        String wanted = settings.archive().text("sandbox.isolation");
        return switch (wanted) {
            case "bubblewrap" -> Isolation.downTo(Isolation.BUBBLEWRAP);
            case "auto" -> Isolation.downTo(isRunProfile ? Isolation.PROCESS : Isolation.UNSHARE);
            case "unshare" -> Isolation.downTo(Isolation.UNSHARE);
            case "process" -> Isolation.downTo(Isolation.PROCESS);
            default ->
                throw new IllegalArgumentException(
                        "sandbox.isolation is auto, bubblewrap, unshare or process, was " + wanted);
        };
    }
}
