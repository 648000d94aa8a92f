package muhafiz.proof.evidence;

/** Somebody who says at what time a hash was shown to them (RFC 3161). Safe for all threads. */
public interface TimestampAuthority {
    /**
     * A time stamp over this imprint, made just now, with the signer's certificate in it. May take as long as its network does.
     *
     * @throws NoTimeStampException where there is none that can be used
     */
    TimeStamp stamp(Imprint imprint);
}
