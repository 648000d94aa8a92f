/**
 * Files that are older than this archive come in bulk: a bag (BagIt, RFC 8493) with a table of cases and one of their files. One person
 * proposes it and it is looked at without anything being taken in; another releases what was found; then it is carried out case by case,
 * each with its documents in one transaction, so that whatever ends it, it goes on where it was. A case whose old number is known is not
 * taken in again.
 */
@NullMarked
package muhafiz.service.imports;

import org.jspecify.annotations.NullMarked;
