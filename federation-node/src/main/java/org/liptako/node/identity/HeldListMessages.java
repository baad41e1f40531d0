package org.liptako.node.identity;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liptako.pki.trust.HeldList;
import org.liptako.trust.v1.HeldRevocationList;

/** Which revocation lists someone holds, as the protocol writes it. */
final class HeldListMessages {
    private final Map<Key, BigInteger> numbers = new HashMap<>();

    private record Key(ByteString authority, boolean delta) {}

    /** What the other side has told. */
    HeldListMessages(List<HeldRevocationList> told) {
        for (HeldRevocationList list : told) {
            BigInteger number = new BigInteger(1, list.getNumber().toByteArray());
            numbers.merge(new Key(list.getAuthority(), list.getDelta()), number, BigInteger::max);
        }
    }

    static List<HeldRevocationList> of(List<HeldList> held) {
        return held.stream()
                .map(list -> HeldRevocationList.newBuilder()
                        .setAuthority(authorityOf(list))
                        .setNumber(ByteString.copyFrom(list.number().toByteArray()))
                        .setDelta(list.base().isPresent())
                        .build())
                .toList();
    }

    /** Whether the other side holds none of that CA as new as this one. */
    boolean isNews(HeldList list) {
        BigInteger number = numbers.get(new Key(authorityOf(list), list.base().isPresent()));
        return number == null || number.compareTo(list.number()) < 0;
    }

    private static ByteString authorityOf(HeldList list) {
        return ByteString.copyFrom(list.authority().toBytes());
    }
}
