package muhafiz.service.log;

import java.util.OptionalLong;
import muhafiz.proof.log.LogLeaf;

/** An entry and its place; empty while it waits for one. */
public record Found(OptionalLong seq, LogLeaf leaf) {}
