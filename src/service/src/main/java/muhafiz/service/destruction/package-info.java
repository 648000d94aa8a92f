/**
 * Destruction: what an order names is taken off the files, its keys are destroyed, tombstones are copied beside the ciphertext, objects
 * are deleted, and a certificate in two parts says when: keys destroyed, and, once it has happened, last root gone. Each step may be
 * repeated after a crash, by any node. Who may order it is not decided here.
 */
@NullMarked
package muhafiz.service.destruction;

import org.jspecify.annotations.NullMarked;
