package org.liptako.node.identity;

import com.google.protobuf.Message;

/** The book in which stands who has looked at what, written before they are shown it. */
public interface Looks {
    /** Whether looks by a method, with its full gRPC name, stand in the book. */
    boolean keeps(String method);

    /**
     * Writes down that a person asks something; where that fails, nothing is shown.
     *
     * @param method which is kept
     * @param rows how many they are about to be given; 0 also where they are refused
     */
    void looked(Caller caller, String method, Message request, long rows);
}
