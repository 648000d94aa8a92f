package muhafiz.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a {@link SandboxClient} needs to know. Holds no secret.
 *
 * @param program what a worker is
 * @param allowed the isolations that may be used; the strongest that works here is taken. {@link
 *     Isolation#downTo(Isolation)} says it in one word
 * @param memoryFolder a folder of our own on a memory file system, such as {@code /dev/shm/muhafiz}; made (mode 0711)
 *     when absent, emptied at start. Nobody else may use it: two archives on one machine need two folders
 * @param limits what one document may cost
 * @param crew how many workers, and how long they wait
 */
public record SandboxSettings(Program program, Set<Isolation> allowed, Path memoryFolder, Limits limits, Crew crew) {

    public SandboxSettings {
        allowed = Set.copyOf(allowed);
        if (allowed.contains(Isolation.NONE)) {
            throw new IllegalArgumentException("NONE is not an isolation that can be allowed");
        }
        absolute(memoryFolder);
    }

    /** The allowed isolations, strongest first. */
    List<Isolation> strongestFirst() {
        return allowed.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(allowed));
    }

    SandboxSettings with(Program other) {
        return new SandboxSettings(other, allowed, memoryFolder, limits, crew);
    }

    private static void absolute(Path path) {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("must be an absolute path: " + path);
        }
    }

    /**
     * What a worker is.
     *
     * @param javaHome folder of the JDK or JRE (17 or later) that runs it
     * @param classPath jars and class folders, in order: the sandbox's jar and its libraries, no wildcards
     * @param sharedClasses AppCDS archive made with the same JDK and class path; one that does not fit is ignored
     */
    public record Program(Path javaHome, List<Path> classPath, Optional<Path> sharedClasses) {
        /** The class every worker starts with. */
        static final String MAIN = "muhafiz.sandbox.Worker";

        public Program {
            classPath = List.copyOf(classPath);
            absolute(javaHome);
            classPath.forEach(SandboxSettings::absolute);
            sharedClasses.ifPresent(SandboxSettings::absolute);
            if (classPath.isEmpty()) {
                throw new IllegalArgumentException("the sandbox needs a class path");
            }
        }

        /** @throws IllegalArgumentException when something of it is not on this machine */
        void check() {
            if (!Files.isExecutable(javaHome.resolve("bin/java"))) {
                throw new IllegalArgumentException("no bin/java in the sandbox's Java home " + javaHome);
            }
            classPath.stream().filter(Files::notExists).findFirst().ifPresent(missing -> {
                throw new IllegalArgumentException("the sandbox's class path names what is not there: " + missing);
            });
        }
    }

    /**
     * What one document may cost.
     *
     * @param heap bytes of heap of a worker, 32 MiB or more
     * @param wallClock how long a worker may take over one document, waiting for our own bytes not counted
     * @param answer longest answer in bytes; anything longer ends the worker
     * @param document longest document in bytes; longer ones are not read by machine
     * @param scratch bytes of memory file system a worker may fill
     */
    public record Limits(long heap, Duration wallClock, int answer, long document, long scratch) {
        private static final long MIB = 1024L * 1024L;

        public Limits {
            if (heap < 32 * MIB) {
                throw new IllegalArgumentException("heap must be at least 32 MiB, was " + heap + " bytes");
            }
            if (answer < 1024 || document < 1 || scratch < MIB) {
                throw new IllegalArgumentException("answer >= 1 KiB, document >= 1 byte, scratch >= 1 MiB needed");
            }
            positive(wallClock);
        }

        /** 256 MiB heap, 30 s, answer 512 KiB, document 128 MiB, scratch 512 MiB. */
        public static Limits standard() {
            return new Limits(256 * MIB, Duration.ofSeconds(30), 512 * 1024, 128 * MIB, 512 * MIB);
        }
    }

    /**
     * How many workers, and how long they wait.
     *
     * @param workers most documents in reading at once, 1 to 64
     * @param spares warm workers that wait for the next application, 0 to 64
     * @param idle how long a worker waits for the same application's next document before it dies
     * @param patience how long a caller waits for a free worker before {@link SandboxBusyException}
     */
    public record Crew(int workers, int spares, Duration idle, Duration patience) {
        public Crew {
            if (workers < 1 || workers > 64 || spares < 0 || spares > 64) {
                throw new IllegalArgumentException("workers 1..64 and spares 0..64 needed");
            }
            positive(idle);
            positive(patience);
        }

        /** 2 workers, 1 spare, 2 s idle, 60 s patience. */
        public static Crew standard() {
            return new Crew(2, 1, Duration.ofSeconds(2), Duration.ofSeconds(60));
        }
    }

    private static void positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration must be positive, was " + duration);
        }
    }
}
