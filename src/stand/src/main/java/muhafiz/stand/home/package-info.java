/**
 * The folder {@code MUHAFIZ_HOME}: all that one archive keeps on this machine.
 *
 * <pre>
 * lock                     held while a stand runs on this folder
 * credentials.properties   one line for each demo user (0600), written at the first start
 * secrets/                 generated passwords and keys, one file each (0600)
 * roots/                   root key store (or MUHAFIZ_ROOTS)
 * postgresql/data          the database; postgresql/program the unpacked PostgreSQL
 * objects/                 the bucket: ciphertext only
 * realm/                   users of the server, in Elytron's own format
 * server/                  the server's base folder; transactions/ its transaction log
 * run/                     pid files and settings of the present run
 * log/                     what the children print
 * </pre>
 *
 * Every folder has mode 0700 and every file that this package writes 0600, whatever the umask.
 */
@NullMarked
package muhafiz.stand.home;

import org.jspecify.annotations.NullMarked;
