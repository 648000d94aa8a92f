/**
 * What the operator decided: read once, checked at start, printed without secrets.
 *
 * <p>Two files: {@code archive.properties} in the configuration folder, which a person edits, and {@code settings.properties}, which
 * whoever starts the server writes (the stand, on one machine) and names by the system property {@code muhafiz.settings}. The second
 * says where things are: the store's address, the folder of the root keys, the files that hold secrets.
 */
@NullMarked
package muhafiz.service.config;

import org.jspecify.annotations.NullMarked;
