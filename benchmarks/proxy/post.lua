local file = io.open(os.getenv("BODY"), "rb")
wrk.method = "POST"
wrk.body = file:read("*a")
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer 0123456789abcdef0123456789abcdef"
wrk.headers["X-Request-Id"] = "7f1f77ce-0c54-4d0f-9d0a-6f0c5f6f3b9a"
file:close()
