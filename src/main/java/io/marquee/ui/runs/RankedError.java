package io.marquee.ui.runs;

/**
 * An error with the protocol it was measured by. Errors are ranked within a protocol only; protocols go by their letters.
 *
 * @param protocol letter of the protocol
 * @param mse error in squared stars; NaN where there is none
 */
record RankedError(String protocol, double mse) implements Comparable<RankedError> {

    @Override
    public int compareTo(RankedError other) {
        int byLength = Integer.compare(protocol.length(), other.protocol.length());
        int byProtocol = byLength != 0 ? byLength : protocol.compareTo(other.protocol);
        return byProtocol != 0 ? byProtocol : Double.compare(mse, other.mse);
    }
}
