package org.liptako.node.console;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;

/** Puts into words who signed or asked for something: names are kept as {@link Party#toString} writes them. */
final class SignerNames {
    private static final Pattern NAME = Pattern.compile(
            "([A-Z]{2}) ([a-z]+)(?: ([A-Z]{2}-[A-Z0-9]{2,8}-[1-9][0-9]{0,2}))? ([a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?)");

    private SignerNames() {}

    /** All of them in one line, or that nobody noted them. */
    static String of(List<String> signers, Words words) {
        return signers.isEmpty()
                ? words.of("law.signers.none")
                : words.of(
                        "law.signers",
                        signers.stream()
                                .map(signer -> of(signer, words))
                                .collect(Collectors.joining(words.of("law.between"))));
    }

    /** One of them; what is nobody's name, as it is. */
    static String of(String signer, Words words) {
        Matcher name = NAME.matcher(signer);
        if (!name.matches()) {
            return signer;
        }
        Optional<SiteId> site = Optional.ofNullable(name.group(3)).map(SiteId::new);
        return State.ofCode(name.group(1))
                .flatMap(state -> Role.ofSegment(name.group(2))
                        .flatMap(role -> role.sited()
                                ? site.filter(own -> own.state().equals(Optional.of(state)))
                                        .map(own -> Party.at(own, role, name.group(4)))
                                : Optional.of(Party.of(state, role, name.group(4)))))
                .map(words::of)
                .orElse(signer);
    }
}
