package org.liptako.pki.name;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SpiffeNameLaws {
    @Property
    void aPartyIsItsName(@ForAll("parties") Party party) {
        String text = party.nameIn(Zone.INTERNAL).toString();

        assertThat(Party.of(SpiffeName.parse(text), Zone.INTERNAL)).isEqualTo(party);
    }

    @Property
    void whatParsesPrintsAsItWas(@ForAll("nearNames") String text) {
        SpiffeName name;
        try {
            name = SpiffeName.parse(text);
        } catch (MalformedNameException e) {
            return;
        }
        assertThat(name).hasToString(text);
    }

    @Property
    void onlyTheDeclaredExceptionIsThrown(@ForAll String text) {
        try {
            Party.of(SpiffeName.parse("spiffe://" + text), Zone.INTERNAL);
        } catch (MalformedNameException e) {
            assertThat(e.french()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<Party> parties() {
        Arbitrary<State> states = Arbitraries.of(State.class);
        Arbitrary<Role> roles = Arbitraries.of(Role.class);
        Arbitrary<String> places =
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(2).ofMaxLength(8);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 999);
        Arbitrary<String> bearers = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(32);
        return Combinators.combine(states, roles, places, numbers, bearers)
                .as((state, role, place, number, bearer) -> role.sited()
                        ? Party.at(new SiteId(state + "-" + place + "-" + number), role, bearer)
                        : Party.of(state, role, bearer));
    }

    /** A good name with one character replaced. */
    @Provide
    Arbitrary<String> nearNames() {
        return Combinators.combine(
                        parties(),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.chars().ascii())
                .as((party, at, with) -> {
                    StringBuilder text =
                            new StringBuilder(party.nameIn(Zone.INTERNAL).toString());
                    text.setCharAt(at % text.length(), with);
                    return text.toString();
                });
    }
}
