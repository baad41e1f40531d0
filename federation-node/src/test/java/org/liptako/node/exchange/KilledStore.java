package org.liptako.node.exchange;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.liptako.node.exchange.store.ReplicaStore;
import org.liptako.node.exchange.store.StagedReplica;

/** A real store into the use of which a kill falls: what was done stays on the disk, and nothing is done from then on. */
final class KilledStore implements InvocationHandler {
    private static final int CHUNKS_THAT_CAME = 3;

    /** Where the kill falls. */
    enum Moment {
        /** What is lost was taken out of the copy. */
        REOPENED,
        /** Some chunks have come. */
        FETCHING,
        /** All have come; none was read again. */
        WHOLE,
        /** All were read again; the copy is in quarantine. */
        READ,
        /** The copy is in its place; the journal does not say so. */
        SEALED
    }

    private final Object real;
    private final Moment moment;
    private final AtomicBoolean killed;
    private final AtomicInteger written = new AtomicInteger();

    private KilledStore(Object real, Moment moment, AtomicBoolean killed) {
        this.real = real;
        this.moment = moment;
        this.killed = killed;
    }

    static ReplicaStore over(ReplicaStore store, Moment moment) {
        return standing(ReplicaStore.class, new KilledStore(store, moment, new AtomicBoolean()));
    }

    private static <T> T standing(Class<T> type, KilledStore handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        boolean looking = method.getExceptionTypes().length == 0 || name.equals("close");
        if (!looking && (killed.get() || isBefore(name))) {
            throw kill();
        }
        Object given;
        try {
            given = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (isAfter(name)) {
            throw kill();
        }
        return given instanceof StagedReplica staged
                ? standing(StagedReplica.class, new KilledStore(staged, moment, killed))
                : given;
    }

    private boolean isBefore(String method) {
        return switch (moment) {
            case FETCHING -> method.equals("write") && written.incrementAndGet() > CHUNKS_THAT_CAME;
            case READ -> method.equals("seal");
            case REOPENED, WHOLE, SEALED -> false;
        };
    }

    private boolean isAfter(String method) {
        return switch (moment) {
            case REOPENED -> method.equals("reopen");
            case WHOLE -> method.equals("quarantine");
            case SEALED -> method.equals("seal");
            case FETCHING, READ -> false;
        };
    }

    private IOException kill() {
        killed.set(true);
        return new IOException("killed");
    }
}
