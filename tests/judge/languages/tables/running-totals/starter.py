print("id,running,total")
