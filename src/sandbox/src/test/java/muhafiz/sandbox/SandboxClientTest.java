package muhafiz.sandbox;

import java.io.IOException;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.DocumentInspectorContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The client of real workers keeps the contract of every inspector. */
class SandboxClientTest extends DocumentInspectorContract {
    private static SandboxUnderTest sandbox;

    @BeforeAll
    static void open() throws IOException {
        sandbox = ReadingTest.strongest();
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
    }

    @Override
    protected DocumentInspector inspector() {
        return sandbox.inspector();
    }
}
