package muhafiz.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxSettingsTest {
    private static final SandboxSettings.Program PROGRAM =
            new SandboxSettings.Program(Path.of("/jdk"), List.of(Path.of("/a.jar")), Optional.empty());

    @Test
    void theStrongestAllowedIsolationIsTriedFirst() {
        assertThat(settings(Set.of(Isolation.PROCESS, Isolation.BUBBLEWRAP, Isolation.UNSHARE))
                        .strongestFirst())
                .containsExactly(Isolation.BUBBLEWRAP, Isolation.UNSHARE, Isolation.PROCESS);
        assertThat(settings(Isolation.downTo(Isolation.UNSHARE)).strongestFirst())
                .containsExactly(Isolation.BUBBLEWRAP, Isolation.UNSHARE);
        assertThat(settings(Isolation.downTo(Isolation.NONE)).strongestFirst()).isEmpty();
    }

    @Test
    void aBareProcessIsNotAWall() {
        assertThat(Isolation.BUBBLEWRAP.isWalled()).isTrue();
        assertThat(Isolation.UNSHARE.isWalled()).isTrue();
        assertThat(Isolation.PROCESS.isWalled()).isFalse();
        assertThat(Isolation.NONE.isWalled()).isFalse();
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> settings(Set.of(Isolation.NONE))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SandboxSettings.Program(Path.of("/jdk"), List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new SandboxSettings.Program(Path.of("jdk"), List.of(Path.of("/a.jar")), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SandboxSettings.Crew(0, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SandboxSettings.Limits(1, Duration.ofSeconds(1), 2_000, 1, 1 << 20))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SandboxSettings settings(Set<Isolation> allowed) {
        return new SandboxSettings(
                PROGRAM,
                allowed,
                Path.of("/dev/shm/x"),
                SandboxSettings.Limits.standard(),
                SandboxSettings.Crew.standard());
    }
}
