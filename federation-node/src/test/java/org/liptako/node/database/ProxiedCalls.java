package org.liptako.node.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** What is done at each call of a JDBC interface, for tests that watch what the driver is asked. */
@FunctionalInterface
public interface ProxiedCalls {
    /** Answers a call; no arguments are an empty array. */
    @Nullable
    Object call(Method method, Object[] args) throws Throwable;

    /** An interface, of which every call is answered here. */
    static <T> T proxy(Class<T> type, ProxiedCalls calls) {
        return type.cast(Proxy.newProxyInstance(
                ProxiedCalls.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> calls.call(method, args == null ? new Object[0] : args)));
    }

    /** What the driver answers, or throws, itself. */
    static @Nullable Object forward(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
