/**
 * PostgreSQL 18 on this machine. Its data folder is made with scram-sha-256 for everybody before the first listen, it
 * listens on loopback TCP only, and what makes a commit durable (fsync, full_page_writes, synchronous_commit) is given
 * on its command line, where no configuration file and no ALTER SYSTEM can undo it. Its own log takes no errors of
 * statements at all: their texts may hold values ("invalid input syntax for …: value").
 *
 * <pre>{@code
 * PostgresProgram program = PostgresProgram.in(home, programs, port);   // unpacks, initdb at the first start
 * new Roles(program.asSuperuser()).ensure(passwords);          // muhafiz_owner, muhafiz_app, muhafiz_keyring
 * }</pre>
 */
@NullMarked
package muhafiz.stand.postgresql;

import org.jspecify.annotations.NullMarked;
