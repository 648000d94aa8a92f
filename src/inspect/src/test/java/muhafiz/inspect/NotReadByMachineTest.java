package muhafiz.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotReadByMachineTest extends DocumentInspectorContract {
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @Override
    protected DocumentInspector inspector() {
        return new NotReadByMachine();
    }

    @Test
    void whereNoIsolationIsAllowedNothingIsReadByMachine(@TempDir Path folder) {
        assertThat(isolationWith(Set.of(), JAVA, folder)).isEqualTo(Isolation.NONE);
    }

    @Test
    void whereNoWorkerComesToLifeNothingIsReadByMachine(@TempDir Path folder) {
        // The class path is an empty folder.
        assertThat(isolationWith(Isolation.downTo(Isolation.PROCESS), JAVA, folder))
                .isEqualTo(Isolation.NONE);
    }

    @Test
    void aJavaHomeThatIsNoneStopsTheStart(@TempDir Path folder) {
        assertThatThrownBy(() -> isolationWith(Isolation.downTo(Isolation.PROCESS), folder, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bin/java");
    }

    private static Isolation isolationWith(Set<Isolation> allowed, Path javaHome, Path folder) {
        SandboxSettings settings = new SandboxSettings(
                new SandboxSettings.Program(javaHome, List.of(folder), Optional.empty()),
                allowed,
                folder.resolve("memory"),
                SandboxSettings.Limits.standard(),
                SandboxSettings.Crew.standard());
        try (DocumentInspector inspector = SandboxClient.open(settings)) {
            return inspector.isolation();
        }
    }
}
