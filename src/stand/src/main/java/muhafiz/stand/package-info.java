/**
 * Everything on one machine: a supervisor that starts PostgreSQL, an S3 server and the archive's WildFly as child
 * processes, in that order, keeps them running, and stops them in the reverse order.
 *
 * <pre>{@code
 * Stand → Foreground            the command line: run, migrate
 *       → Assembly              the order of a start
 *           home                folders 0700, files 0600, lock, generated secrets
 *           postgresql, schema  database, roles, migrations by the owner
 *           objects             S3 over a folder, synced before it answers
 *           realm               demo users
 *           server              WildFly, told everything by files
 *           child               a process: started, watched, restarted, ended
 * }</pre>
 *
 * Tests and benchmarks use the same thing as a library:
 *
 * <pre>{@code
 * try (Stand stand = Stand.start(StandSettings.forTests(folder))) {
 *     URI documents = stand.api().resolve("/api/v1/documents");
 *     stand.kill(Part.DATABASE);                                // SIGKILL; it comes back by itself
 *     stand.awaitReady(Part.DATABASE, Duration.ofSeconds(30));
 * }
 * }</pre>
 */
@NullMarked
package muhafiz.stand;

import org.jspecify.annotations.NullMarked;
